"""The workbench as a person sees and drives it. Everything waits for a condition; nothing sleeps."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Milliseconds that anything may take on a busy machine.
PATIENCE = 60_000

#: Milliseconds after which it is worth to try again.
GLANCE = 3_000


@dataclass(frozen=True, slots=True)
class Workbench:
    """A page with the workbench."""

    page: Any  # a playwright.sync_api.Page: Playwright is fetched at run time
    pictures: Path

    # What is shown.

    @property
    def editor(self) -> Any:
        return self.page.locator(".editor-group-container.active .monaco-editor").first

    @property
    def changed(self) -> Any:
        """The mark of a file that is not saved."""
        return self.page.locator(".editor-group-container.active .tab.active.dirty")

    @property
    def notifications(self) -> Any:
        return self.page.locator(".notifications-toasts .notification-list-item")

    @property
    def findings(self) -> Any:
        return self.page.locator(".squiggly-error, .squiggly-warning")

    @property
    def suggestions(self) -> Any:
        return self.page.locator(".suggest-widget.visible .monaco-list-row")

    @property
    def ghost(self) -> Any:
        return self.page.locator(".ghost-text-decoration, .ghost-text-decoration-preview, .ghost-text")

    @property
    def hover(self) -> Any:
        return self.page.locator(".monaco-editor .monaco-hover:not(.hidden)").first

    @property
    def quick_input(self) -> Any:
        return self.page.locator(".quick-input-widget:visible")

    @property
    def picks(self) -> Any:
        return self.quick_input.locator(".monaco-list-row")

    @property
    def message(self) -> Any:
        """What is said at the cursor when something cannot be done."""
        return self.page.locator(".monaco-editor-overlaymessage")

    @property
    def tints(self) -> Any:
        """What decorations of extensions put behind the text."""
        return self.page.locator(".view-overlays [class*='ced-']")

    @property
    def precedents_view(self) -> Any:
        """The page in the Precedents view: a frame in a frame."""
        return self.page.frame_locator("iframe.webview").last.frame_locator("#active-frame")

    @property
    def status_items(self) -> Any:
        return self.page.locator("footer .statusbar-item, .part.statusbar .statusbar-item")

    def status(self, text: str | re.Pattern[str]) -> Any:
        return self.status_items.filter(has_text=text)

    # What a person does.

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text, delay=15)

    def insist(self, key: str, wanted: Any) -> None:
        """Press a key that opens something until it is there: what is still loading may take the key."""
        for _ in range(PATIENCE // GLANCE):
            self.press(key)
            if self.seen(wanted.first):
                return
        raise AssertionError(f"{key} opens nothing")

    def fix(self, title: str, picture: str) -> None:
        """Take the quick fix at the cursor, of a file that is saved; keep a picture of what is offered.

        The list closes before the text has changed, and one that opens twice loses the key.
        """
        offered = self.page.locator(".action-widget").get_by_text(title)

        def taken() -> bool:
            self.press("Control+.")
            if not self.seen(offered):
                return False
            self.picture(picture)
            self.press("Enter")
            return self.seen(self.changed)

        self._until_changed(taken, title)

    def fix_all(self) -> None:
        """Mend what has one right form in a file that is saved."""

        def mended() -> bool:
            self.run("Fix All")
            return self.seen(self.changed)

        self._until_changed(mended, "Fix All")

    def _until_changed(self, attempt: Callable[[], bool], what: str) -> None:
        for _ in range(PATIENCE // GLANCE):
            if self.changed.is_visible() or attempt():
                return
        raise AssertionError(f"in vain waited for: {what}")

    def answer(self, title: str, text: str = "") -> None:
        """Answer the question that has `title`, with what it proposes if there is no `text`."""
        question = self.quick_input.filter(has_text=title)
        field = question.locator(".quick-input-box input")
        self.shown(question)
        if text:
            field.fill(text)
        for _ in range(PATIENCE // GLANCE):
            with suppress(Exception):  # it is gone
                field.press("Enter", timeout=GLANCE)
            if not self.stays(question):
                return
        raise AssertionError(f"“{title}” takes no answer")

    def search(self, text: str) -> None:
        """Search precedents for `text`."""
        self.insist("Control+Alt+P", self.quick_input.filter(has_text="Search precedents"))
        self.type(text)

    def run(self, title: str) -> None:
        """Run a command by its title in the palette."""
        self._pick("F1", title, title)

    def open(self, file: Path) -> None:
        """Open a file of the workspace by its name."""
        self._pick("Control+P", file.name, file.name)
        self.shown(self.page.locator(".tab.active").filter(has_text=file.name))
        self.edit()

    def edit(self) -> None:
        """Go to the first editor.

        A page in the side bar that is still loading loses keys, and takes the focus when it has loaded.
        """
        for _ in range(PATIENCE // GLANCE):
            self.press("Control+1")
            if self.seen(self.page.locator(".part.editor .monaco-editor.focused").first):
                return
        raise AssertionError("the focus does not go to the editor")

    def _pick(self, key: str, text: str, label: str) -> None:
        """Open a list with `key`, type `text` and take the first row, which has to read `label`."""
        row = self.picks.first.filter(has_text=label)
        self._ask(key, text, lambda: self.seen(row), f"{label} in the list")

    def _ask(self, key: str, text: str, ready: Callable[[], bool], what: str) -> None:
        """Open an input with `key`, type `text` and, once it is `ready`, press Enter.

        While the workbench starts, a list may lack what is there a moment later, and what opens late
        takes the focus and the input with it: then once more.
        """
        for _ in range(PATIENCE // GLANCE):
            self.press(key)
            if not self.seen(self.quick_input):
                continue
            self.page.keyboard.insert_text(text)
            if ready():
                self.press("Enter")
                return
            self.press("Escape")
        raise AssertionError(f"in vain waited for: {what}")

    def place(self, file: Path, mark: str, *, after: bool = True) -> None:
        """Put the cursor after (or before) the first `mark` in what is saved of `file`."""
        text = file.read_text(encoding="utf-8")
        offset = text.index(mark) + (len(mark) if after else 0)
        line = text.count("\n", 0, offset) + 1
        column = len(text[text.rfind("\n", 0, offset) + 1 : offset].encode("utf-16-le")) // 2 + 1
        field = self.quick_input.locator("input")
        asked = f"{line}:{column}"
        self._ask("Control+G", asked, lambda: str(field.input_value()).endswith(asked), "a line to go to")
        self.shown(self.status(f"Ln {line}, Col {column}"))

    def new_paragraph(self, file: Path, heading: str) -> None:
        """Begin a paragraph under a heading of what is saved of `file`."""
        self.place(file, heading)
        self.press("Enter", "Enter")

    def saved(self, file: Path) -> str:
        """Save what is in the active editor and return it."""
        self.press("Control+S")
        self.gone(self.changed)
        return file.read_text(encoding="utf-8")

    # Waiting.

    def shown(self, locator: Any) -> None:
        locator.first.wait_for(state="visible", timeout=PATIENCE)

    def seen(self, locator: Any) -> bool:
        """Tell whether it is there, now or in a moment."""
        with suppress(Exception):
            locator.wait_for(state="visible", timeout=GLANCE)
        return bool(locator.is_visible())

    def stays(self, locator: Any) -> bool:
        """Tell whether it is still there in a moment."""
        with suppress(Exception):
            locator.wait_for(state="hidden", timeout=GLANCE)
        return bool(locator.is_visible())

    def gone(self, locator: Any) -> None:
        locator.first.wait_for(state="hidden", timeout=PATIENCE)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for something the page does not show; the page goes on meanwhile."""
        for _ in range(PATIENCE // 50):
            if condition():
                return
            self.page.evaluate("() => new Promise(requestAnimationFrame)")
            self.page.wait_for_timeout(50)
        raise AssertionError(f"in vain waited for: {what}")

    def picture(self, name: str) -> None:
        """Keep a picture of the page under `name`."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=self.pictures / f"{name}.png")
