"""Which requests are let in: host names, origins, and the shape of the policy (ASVS 3.4, 3.5)."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from drafter.web.problems import ForeignOrigin
from drafter.web.security import (
    content_security_policy,
    host_name,
    int_or_zero,
    is_address,
    refuse_foreign,
)

OURS = {"host": "127.0.0.1:8000"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"origin": "http://127.0.0.1:8000"},
        {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"},
    ],
)
def test_our_own_pages_and_programs_may_post(headers: dict[str, str]) -> None:
    refuse_foreign(Headers({**OURS, **headers}))


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "http://127.0.0.1:9000"},
        {"origin": "null"},
        {"origin": "http://elsewhere.example", "sec-fetch-site": "same-origin"},
    ],
)
def test_other_sites_may_not(headers: dict[str, str]) -> None:
    with pytest.raises(ForeignOrigin):
        refuse_foreign(Headers({**OURS, **headers}))


@pytest.mark.parametrize(
    ("host", "name", "address"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("[::1]", "::1", True),
        ("192.168.1.4", "192.168.1.4", True),
        ("LocalHost:8000", "localhost", False),
        ("elsewhere.example:8000", "elsewhere.example", False),
        ("", "", False),
    ],
)
def test_host_names(host: str, name: str, address: bool) -> None:
    assert host_name(host) == name
    assert is_address(name) is address


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline() -> None:
    policy = content_security_policy("abc")
    assert "default-src 'none'" in policy
    assert "script-src 'nonce-abc'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("", 0), ("-1", 0), ("１", 0), ("9" * 30, 0)]
)
def test_numbers_of_requests(text: str, number: int) -> None:
    assert int_or_zero(text) == number
