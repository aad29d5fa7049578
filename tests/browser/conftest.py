"""A real browser on real pages: Debian's Chromium, the program served on a free port."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from drafter.web.app import create_app
from drafter.wiring import Drafter

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one a named skip, or a failure where nothing may be skipped."""
    if shutil.which(CHROMIUM) is None:
        reason = f"there is no browser at {CHROMIUM}; install chromium or set CHROMIUM"
        if os.environ.get("DRAFTER_TEST_NOTHING_SKIPPED") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def address(program: Drafter) -> Iterator[str]:
    """The program served as `drafter serve` does, on a free port of this machine."""
    config = uvicorn.Config(
        create_app(program), port=0, log_level="error", timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


Opens = Callable[..., Page]


@pytest.fixture
def opens(browser: Browser, address: str) -> Iterator[Opens]:
    """Opens a page: `opens("/", locale="zh-CN", width=390, scripts=False, dark=True)`.

    A page that breaks in a script or asks another host for anything fails the test.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(address) else faults.append(request.url),
        )
        page.on(
            "console",
            lambda said: (
                faults.append(said.text) if "Content Security Policy" in said.text else None
            ),
        )

    def open_page(
        path: str,
        *,
        locale: str = "en-GB",
        width: int = 1280,
        scripts: bool = True,
        dark: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=address,
            locale=locale,
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
