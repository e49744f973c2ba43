"""From which address a request comes, and what of it a client could make up."""

import pytest

from factcheck.access.addresses import UNKNOWN, caller

FORGED = "1.1.1.1, 203.0.113.7"


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxies", "expected"),
    [
        pytest.param("203.0.113.7", "", 0, "203.0.113.7", id="as it connects"),
        pytest.param("203.0.113.7", "1.1.1.1", 0, "203.0.113.7", id="its own word is ignored"),
        pytest.param("10.0.0.1", "203.0.113.7", 1, "203.0.113.7", id="a proxy's word"),
        pytest.param("10.0.0.1", FORGED, 1, "203.0.113.7", id="a forged start, one proxy"),
        pytest.param("10.0.0.1", f"{FORGED}, 10.0.0.2", 2, "203.0.113.7", id="two proxies"),
        pytest.param("10.0.0.1", "203.0.113.7", 2, "10.0.0.1", id="one proxy was passed by"),
        pytest.param("203.0.113.7", "", 1, "203.0.113.7", id="all proxies were passed by"),
        pytest.param("10.0.0.1", "203.0.113.7:4711", 1, "203.0.113.7", id="with a port"),
        pytest.param("10.0.0.1", "[2001:db8::7]:4711", 1, "2001:db8::/64", id="IPv6 and a port"),
        pytest.param("2001:db8::1", "", 0, "2001:db8::/64", id="IPv6 by its network"),
        pytest.param("2001:db8:0:0:ffff::2", "", 0, "2001:db8::/64", id="another of the same"),
        pytest.param("2001:db8:0:1::1", "", 0, "2001:db8:0:1::/64", id="another network"),
        pytest.param("::ffff:203.0.113.7", "", 0, "203.0.113.7", id="IPv4 in IPv6"),
        pytest.param("fe80::1%eth0", "", 0, "fe80::/64", id="with a zone"),
        pytest.param("", "", 0, UNKNOWN, id="a Unix socket"),
        pytest.param("10.0.0.1", "unknown", 1, UNKNOWN, id="a proxy that does not know"),
        pytest.param("10.0.0.1", "x" * 9000, 1, UNKNOWN, id="nonsense"),
    ],
)
def test_who_calls(remote, forwarded, proxies, expected):
    assert caller(remote, forwarded, proxies) == expected
