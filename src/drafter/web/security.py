"""What every answer carries and every request must keep to: headers, origin, size.

Plain ASGI, so that streams pass through and a body that is too large is cut while it arrives.
"""

from __future__ import annotations

import re
import secrets
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from drafter.errors import DrafterError
from drafter.web.errors import error_answer, failure_answer
from drafter.web.problems import BodyTooLarge, ForeignOrigin, UnknownHost

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
MAX_BODY = 24 * 1024 * 1024

_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def content_security_policy(nonce: str) -> str:
    """Nothing from other hosts, nothing inline, scripts only with this answer's nonce."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'nonce-{nonce}'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        )
    )


class PageSecurity:
    """Adds the security headers and a fresh nonce (`request.state.nonce`) to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = content_security_policy(nonce)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("cache-control", "no-store")
            await send(message)

        await self.app(scope, receive, send_guarded)


class RequestLimits:
    """Refuses unknown host names, unsafe requests of other origins, and bodies over `MAX_BODY`.

    A name that an attacker's DNS points at this machine must not be answered (DNS rebinding):
    allowed are `localhost`, addresses, which no DNS can point anywhere, and the names in `hosts`.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] = ()) -> None:
        self.app = app
        self.hosts = {"localhost", *(host.lower() for host in hosts)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            self._refuse(scope["method"], Headers(scope=scope))
        except DrafterError as error:
            # Outside of the application's own handlers: answered here, in the same words.
            await error_answer(Request(scope), error)(scope, receive, send)
            return
        await self.app(scope, _counted(receive), send)

    def _refuse(self, method: str, headers: Headers) -> None:
        host = headers.get("host", "")
        name = host_name(host)
        if name not in self.hosts and not is_address(name):
            raise UnknownHost(host)
        if method not in SAFE_METHODS:
            refuse_foreign(headers)
        if int_or_zero(headers.get("content-length", "")) > MAX_BODY:
            raise BodyTooLarge(MAX_BODY)


def _counted(receive: Receive) -> Receive:
    received = 0

    async def receive_counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > MAX_BODY:
            raise BodyTooLarge(MAX_BODY)
        return message

    return receive_counted


class FailureAnswers:
    """Answers when the program itself breaks, inside of the other two: headers and all.

    The framework's own answer to a failure is made outside of every middleware.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def send_watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, send_watched)
        except Exception as error:
            if started or scope["type"] != "http":
                raise
            await failure_answer(Request(scope), error)(scope, receive, send)


def host_name(host: str) -> str:
    """A Host header without its port and without the brackets of an IPv6 address."""
    name = host.rpartition(":")[0] if re.search(r"[^:]:\d+$", host) else host
    return name.lower().removeprefix("[").removesuffix("]")


def is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def int_or_zero(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def refuse_foreign(headers: Headers) -> None:
    """ForeignOrigin unless the browser says that the request comes from a page of ours.

    Programs send neither header and pass: they carry no browser's cookies (OWASP CSRF cheat
    sheet, Fetch Metadata with an Origin fallback).
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        raise ForeignOrigin(site)
    origin = headers.get("origin")
    if origin is not None and (
        origin == "null" or urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
    ):
        raise ForeignOrigin(origin)
