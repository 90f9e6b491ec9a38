"""A real VS Code for each scene."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.editors.vscode.code_server import code_server
from tests.editors.vscode.tools import EXTENSION, ROOT, tools, vsix
from tests.editors.vscode.workbench import PATIENCE, Workbench

SERVER = ROOT / ".venv" / "bin" / "precedent-ls"

#: Set to 1 to renew the pictures that the extension's README shows.
RENEW = "PRECEDENT_PICTURES"

CHROMIUM = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    tools()
    from playwright.sync_api import sync_playwright  # type: ignore[import-not-found]  # noqa: PLC0415

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=tools().chromium, args=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return EXTENSION / "images" if os.environ.get(RENEW) else tmp_path_factory.mktemp("pictures")


Start = Callable[..., Workbench]


@pytest.fixture
def start(
    browser: Any, pictures: Path, workspace: Path, index_cache: Path, tmp_path: Path
) -> Iterator[Start]:
    """Start VS Code on the workspace, or on what else is named; the settings are the user's."""
    with ExitStack() as stack:

        def started(
            *,
            file: Path | None = None,
            settings: dict[str, object] | None = None,
            extensions: tuple[Path, ...] = (),
            language: str = "en",
            folder: Path | None = workspace,
        ) -> Workbench:
            given = {"precedent.server.command": str(SERVER)} if settings is None else settings
            packages = (vsix(), *extensions)
            running = code_server(tmp_path / "home", folder, given, index_cache, packages, language)
            server = stack.enter_context(running)
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            stack.callback(context.close)
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            stack.callback(page.screenshot, path=tmp_path / "last.png")  # for a scene that fails
            page.goto(server.url(file=file))
            workbench = Workbench(page, pictures)
            workbench.shown(page.locator(".monaco-workbench .part.statusbar"))
            if file:
                workbench.shown(page.locator(".tab.active").filter(has_text=file.name))
            return workbench

        yield started
