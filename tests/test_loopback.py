from __future__ import annotations

import socket

import pytest

from tests.conftest import NotLoopbackError

# Reserved for documentation: no machine has it.
ELSEWHERE = ("192.0.2.1", 9)


def test_no_test_connects_to_another_machine() -> None:
    with socket.socket() as sock, pytest.raises(NotLoopbackError, match=r"192\.0\.2\.1"):
        sock.connect(ELSEWHERE)


def test_no_test_sends_a_datagram_to_another_machine() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(NotLoopbackError):
        sock.sendto(b"", ELSEWHERE)


def test_no_test_looks_up_a_name() -> None:
    with pytest.raises(NotLoopbackError, match=r"example\.invalid"):
        socket.getaddrinfo("example.invalid", 80)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        accepted, _ = server.accept()
        accepted.close()
