from __future__ import annotations

from ipaddress import ip_address

import pytest

from weighbridge.claims.reading.address import is_public, public_addresses, resolved
from weighbridge.errors import FetchError

PUBLIC = ["8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "223.255.255.254", "2606:4700::1111"]
# A public address of version 4, reached from a network that has none.
PUBLIC += ["2a00:1450:4001::1", "64:ff9b::808:808"]
NOT_PUBLIC = [
    *("0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1"),  # noqa: S104 - refused, not listened on
    *("172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.7"),
    *("203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16"),
    *("::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "fe80::1", "fe80::1%eth0", "fec0::1"),
    *("fc00::1", "fd00:ec2::254", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "100::1"),
    *("64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::808:808", "2606:4700::1%1", "4000::1"),
]
ODD = ["2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "127.1", "127.0.1", "0", "1.2.3.4.5", "0x", "example.1"]
NO_NAMES = ["", ".", "a..b", "a b", "a%20b", "a/b", "x" * 64, "é.example"]


def never(host: str, port: int) -> list[str]:
    raise AssertionError(f"{host}:{port} was looked up")


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_taken(address: str) -> None:
    assert is_public(ip_address(address))
    assert public_addresses("news.example", 443, resolve=lambda *_: [address]) == [address]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_other_addresses_are_not(address: str) -> None:
    assert not is_public(ip_address(address))
    with pytest.raises(FetchError, match="no public address; give a page that everyone can read"):
        public_addresses(address, 80, resolve=never)
    with pytest.raises(FetchError, match="no public address"):
        public_addresses("news.example", 80, resolve=lambda *_: [address])


@pytest.mark.parametrize("host", ODD)
def test_numbers_that_some_take_for_addresses_are_refused(host: str) -> None:
    with pytest.raises(FetchError, match="in an unusual way; give the site's name"):
        public_addresses(host, 80, resolve=never)


@pytest.mark.parametrize("host", NO_NAMES)
def test_what_no_machine_is_called_is_not_looked_up(host: str) -> None:
    with pytest.raises(FetchError, match="no name of a machine"):
        public_addresses(host, 80, resolve=never)


@pytest.mark.parametrize("addresses", [["8.8.8.8", "10.0.0.1"], ["::1", "8.8.8.8"], ["8.8.8.8", "not an address"]])
def test_one_address_that_is_not_public_refuses_the_name(addresses: list[str]) -> None:
    with pytest.raises(FetchError, match=r"news\.example: leads to"):
        public_addresses("news.example", 80, resolve=lambda *_: addresses)


def test_all_public_addresses_of_a_name_are_kept() -> None:
    both = ["2606:4700::1111", "1.1.1.1"]
    assert public_addresses("news.example.", 80, resolve=lambda *_: both) == both


def test_only_what_a_test_names_is_let_through() -> None:
    mine = {ip_address("127.0.0.1")}
    assert public_addresses("127.0.0.1", 80, resolve=never, allowed=mine) == ["127.0.0.1"]
    with pytest.raises(FetchError, match="no public address"):
        public_addresses("127.0.0.2", 80, resolve=never, allowed=mine)


def test_this_machine_by_its_name_is_not_public() -> None:
    assert resolved("localhost", 80)
    with pytest.raises(FetchError, match="localhost: leads to"):
        public_addresses("localhost", 80)
