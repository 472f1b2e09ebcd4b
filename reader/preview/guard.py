"""Who may ask: the browser that was given the address, from the page that it was given, and nobody else.

The server listens on the loopback address. Other programs and pages on the machine could still reach it, so the address
holds a random token; the host has to be the one that the server has (against DNS rebinding, where a foreign page gets
a name of its own to point here); and what writes has to come as JSON by POST from the server's own origin.
"""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_SAFE = frozenset(("GET", "HEAD"))
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


def new_token() -> str:
    """192 random bits, as text for an address."""
    return secrets.token_urlsafe(24)


class Guard:
    """Lets through what has the token as first part of its path, and takes it off; refuses all else."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset((f"127.0.0.1:{port}", f"localhost:{port}"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await PlainTextResponse(refusal[1], refusal[0])(scope, receive, send)
            return

        async def careful(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                headers = message.setdefault("headers", [])
                assert isinstance(headers, list)
                headers.extend(_HEADERS)
            await send(message)

        rest = scope["path"].removeprefix(f"/{self._token}") or "/"
        await self._app({**scope, "path": rest, "raw_path": rest.encode()}, receive, careful)  # type: ignore[arg-type]

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return 421, "this server is not called so"
        first = scope["path"].split("/")[1] if scope["path"].startswith("/") else ""
        if not secrets.compare_digest(first.encode(), self._token.encode()):
            return 404, "not found"
        if scope["method"] not in _SAFE:
            if headers.get("origin", "") != f"http://{host}":
                return 403, "this may be asked from the server's own pages only"
            if headers.get("content-type", "").split(";")[0].strip() != "application/json":
                return 415, "it has to be JSON"
        return None
