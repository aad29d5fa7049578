"""Static files under names that carry their content's hash, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope


@cache
def asset_url(name: str) -> str:
    """The URL of a static file; changes when the file does."""
    content = (resources.files(__package__) / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


class KeptFiles(StaticFiles):
    """Static files that a browser may keep for as long as their URL stays the same."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        versioned = b"v=" in scope.get("query_string", b"")
        response.headers["cache-control"] = (
            "public, max-age=31536000, immutable" if versioned else "no-cache"
        )
        return response
