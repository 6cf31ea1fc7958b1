"""Where something is that others publish: which addresses may be asked, and how one is shown. Text in, text out.

An address may hold a secret (a password, a token in its query), so that none is ever shown as it is.
"""

from __future__ import annotations

import ipaddress
import os.path
import re
from urllib.parse import urlsplit, urlunsplit

from showstatus.names import fold

LOOPBACK = ("127.0.0.1", "localhost", "::1")
LONGEST_NAME = 40
_NAME = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,{LONGEST_NAME - 1}}}")
_TRACKING = ("utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=")
"""How parts of a query begin that say where a reader came from, and nothing of the page."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""The addresses of IPv6 that stand for one of IPv4: its last 32 bits."""
_USER = re.compile(r"^((?:[\w+.-]+:)?//|)[^/]*@")
"""How an address begins that holds a user name, and perhaps a password."""
_USUAL = ("shows", "registry", "showstatus", "shipped", "index", "raw", "")
"""What files of shared registries are called everywhere, so that it tells none from another."""


def is_url(address: str) -> bool:
    """Whether an address is asked over a network; otherwise it is the path of a file."""
    return "://" in address


def is_secure(url: str) -> bool:
    """Whether an address is asked over https, or is on this machine."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK))


def is_web(url: str) -> bool:
    """Whether an address is one of a web server."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return bool(host) and parts.scheme in ("http", "https")


def is_inside(host: str) -> bool:
    """Whether a host is on this machine or in its network, as far as its name or IP address tells.

    A name that tells nothing is taken to be outside; what it is looked up as is another question.
    """
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        ip = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or (ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF) if ip in _NAT64 else ip)
    return not ip.is_global or ip.is_multicast


def safe_address(address: str) -> str:
    """An address as it may be shown: without user name, password, query and fragment, which may hold a secret."""
    try:
        _ = urlsplit(address).port
    except ValueError:  # where a password holds what it should not, nobody can tell where it ends
        return f"{address.partition('://')[0]}://…"
    return _USER.sub(r"\1", address.partition("?")[0].partition("#")[0])


def citable(url: str) -> str:
    """The address of a page as it may stand in a claim: without user name, password, fragment, and where from.

    An article is the same whichever feed or message led to it.
    """
    parts = urlsplit(url)
    query = "&".join(one for one in parts.query.split("&") if not one.lower().startswith(_TRACKING))
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query=query, fragment=""))


def beside(address: str, suffix: str) -> str:
    """The address of the file whose name is longer by `suffix`; the query stays."""
    if not is_url(address):
        return address + suffix
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=parts.path + suffix, fragment=""))


def is_name(name: str) -> bool:
    """Whether a shared registry may be called so: a plain word of small letters, digits, “-” and “_”."""
    return _NAME.fullmatch(name) is not None


def name_for(address: str) -> str | None:
    """What a registry at this address is called unless somebody says: its file, else its folder or host."""
    path = urlsplit(address).path if is_url(address) else address.replace("\\", "/")
    folder, file = os.path.split(path)
    host = (urlsplit(address).hostname or "").removeprefix("www.") if is_url(address) else ""
    for word in (os.path.splitext(file)[0], host or os.path.basename(folder)):
        name = "-".join(fold(word).split())[:LONGEST_NAME].rstrip("-")
        if name not in _USUAL and is_name(name):
            return name
    return None
