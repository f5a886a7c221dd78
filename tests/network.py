"""The product runs without any network; so does its suite, which refuses to go outside."""

import ipaddress
import socket
import sys
from typing import Any


def refuse_outside() -> None:
    """From now on let Python connect to this machine only. Cannot be undone in a process."""
    sys.addaudithook(_look_at)


def _look_at(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and arguments[0].family in {socket.AF_INET, socket.AF_INET6}:
        _demand_here(arguments[1][0])
    elif event == "socket.getaddrinfo":
        _demand_here(arguments[0])


def _demand_here(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name not in {None, "", "localhost"} and not _is_loopback(name):
        raise ConnectionRefusedError(f"Kiểm thử không được ra ngoài máy này: {name}")


def _is_loopback(name: str | None) -> bool:
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False
