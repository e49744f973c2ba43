"""Which addresses nothing is sent to."""

import pytest

from claims.webhooks.addresses import refusal


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("127.0.0.1", "our own machine"),
        ("127.255.1.9", "our own machine"),
        ("::1", "our own machine"),
        ("::ffff:127.0.0.1", "our own machine"),
        ("::127.0.0.1", "our own machine"),
        ("64:ff9b::7f00:1", "our own machine"),
        ("2002:7f00:1::", "our own machine"),
        ("169.254.169.254", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("::ffff:169.254.169.254", "link-local"),
        ("224.0.0.1", "multicast"),
        ("ff02::1", "multicast"),
        ("0.0.0.0", "no address at all"),
        ("::", "no address at all"),
        ("10.1.2.3", "private or reserved"),
        ("172.16.0.1", "private or reserved"),
        ("192.168.0.1", "private or reserved"),
        ("100.64.0.1", "private or reserved"),
        ("192.0.2.1", "private or reserved"),
        ("240.0.0.1", "private or reserved"),
        ("255.255.255.255", "private or reserved"),
        ("fd00::1", "private or reserved"),
        ("2001:db8::1", "private or reserved"),
        ("64:ff9b::a01:203", "private or reserved"),
        ("93.184.215.14", None),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", None),
        ("::ffff:93.184.215.14", None),
    ],
)
def test_only_the_open_internet_is_sent_to(address, why):
    assert refusal(address) == why
