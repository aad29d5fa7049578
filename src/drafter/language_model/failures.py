"""What the client raises, as the reasons that a person is told."""

from __future__ import annotations

import json
from collections.abc import Mapping

from drafter.errors import ModelFailed, ModelUnreachable

_LONGEST_WAIT = 3_600.0
_TOO_MANY, _TIMEOUT, _CONFLICT = 429, 408, 409


def failure_of(error: Exception, timeout: float) -> ModelFailed | None:
    """The failure that a client's error stands for; None for an error that is not the client's."""
    import openai

    if isinstance(error, openai.APITimeoutError):
        return ModelUnreachable(f"no answer within {timeout:g} seconds")
    if isinstance(error, openai.APIConnectionError):
        return ModelUnreachable("the connection could not be made or broke")
    if isinstance(error, openai.APIStatusError):
        return _of_status(error.status_code, error.response.headers)
    if isinstance(error, openai.OpenAIError):
        # An error that the server puts inside a stream has neither status nor response.
        return ModelFailed("the server broke off with an error")
    if isinstance(error, (json.JSONDecodeError, UnicodeDecodeError)):
        return ModelFailed("the answer is not valid JSON")
    if isinstance(error, ValueError) and "No generation chunks" in str(error):
        # LangChain's word for a stream that ends before it has begun.
        return ModelFailed("the answer is empty")
    if _is_transport(error):
        return ModelUnreachable("the connection broke")
    return None


def _of_status(status: int, headers: Mapping[str, str]) -> ModelFailed:
    wait = retry_after(headers.get("retry-after"))
    if status == _TOO_MANY:
        return ModelUnreachable("the server takes no more questions now (429)", retry_after=wait)
    if status in (_TIMEOUT, _CONFLICT) or status >= 500:
        return ModelUnreachable(f"the server failed ({status})", retry_after=wait)
    reasons = {
        400: "the server does not accept the question (400)",
        401: "the key is not accepted (401)",
        403: "the key may not use this model (403)",
        404: "the server does not know this model or address (404)",
        413: "the question is too long (413)",
    }
    return ModelFailed(reasons.get(status, f"the server does not accept the question ({status})"))


def retry_after(header: str | None) -> float | None:
    """Seconds to wait by a Retry-After header in seconds; dates and nonsense are None."""
    try:
        seconds = float(header or "")
    except ValueError:
        return None
    return min(max(seconds, 0.0), _LONGEST_WAIT) if seconds == seconds else None


def _is_transport(error: Exception) -> bool:
    """An error of the HTTP library beneath the client, which passes through while streaming."""
    names = {kind.__name__ for kind in type(error).__mro__}
    return bool(names & {"TransportError", "HTTPError", "RemoteProtocolError", "StreamError"})
