"""Which addresses nothing is sent to: those that lead back into our own network. Pure."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def refusal(address: str) -> str | None:
    """Why nothing is sent to this address, in a word or two; None for one on the open internet.

    address  as the resolver gives it; an IPv6 address that stands for an IPv4 one is as good as
             that one, whichever way it is written
    """
    found = ip_address(address.partition("%")[0])
    meant = _meant(found)
    if meant.is_loopback:
        return "our own machine"
    if meant.is_link_local:
        return "link-local"
    if meant.is_multicast:
        return "multicast"
    if meant.is_unspecified:
        return "no address at all"
    if not meant.is_global or meant.is_reserved:
        return "private or reserved"
    return None


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address within an IPv6 one, or the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    compatible = int(address) >> 32 == 0 and int(address) > 1
    if compatible or any(address in network for network in NAT64):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
