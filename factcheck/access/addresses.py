"""From which address a request comes, as far as our own proxies vouch for it. Pure."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Network, NetmaskValueError, ip_address

UNKNOWN = "unknown"
"""All whose address cannot be told share one rate."""

_WITH_PORT = re.compile(r"\[(?P<six>[^]]+)\](:\d+)?|(?P<four>[\d.]+):\d+")


def caller(remote: str, forwarded: str, proxies: int) -> str:
    """Who is counted as one caller: an IPv4 address, the /64 of an IPv6 address, or UNKNOWN.

    remote     the address at the other end of the connection; empty on a Unix socket
    forwarded  the X-Forwarded-For header, or nothing
    proxies    how many proxies of ours stand before us. Each adds the address it was called
               from, so the last one but `proxies - 1` is vouched for; what stands further left
               is the client's own word. A header with fewer did not come by way of all of them,
               and then the connection's own address counts.
    """
    hops = [hop.strip() for hop in forwarded.split(",")] if forwarded else []
    return _counted(hops[-proxies] if 0 < proxies <= len(hops) else remote)


def _counted(text: str) -> str:
    if match := _WITH_PORT.fullmatch(text):
        text = match["six"] or match["four"]
    try:
        address = ip_address(text.partition("%")[0])
        if address.version == 6 and address.ipv4_mapped is None:
            # One customer is given a /64 or more, and may call from any address of it.
            return str(IPv6Network((int(address), 64), strict=False))
    except (ValueError, AddressValueError, NetmaskValueError):
        return UNKNOWN
    return str(getattr(address, "ipv4_mapped", None) or address)
