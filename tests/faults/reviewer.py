"""A reviewer in a browser who works on whatever happens, and what the server told their pane."""

import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from google.protobuf.message import DecodeError
from playwright.sync_api import Browser, Error, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

JOURNAL = Path(__file__).with_name("journal.js")
OPEN = ".pane .head h1"
STREAMLITS_OWN = "[data-testid='stDialog']"  # says that the server does not answer, some seconds after it went
CHOSEN = {"Somebody saved a newer text first": "Save this text"}
PATIENCE = 30_000  # milliseconds


@dataclass
class Reviewer:
    """One browser window, the address it works at, and the acknowledgements it was sent: statuses by operation."""

    name: str
    page: Page
    address: str
    acks: dict[str, list[str]] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, browser: Browser, address: str, name: str) -> "Reviewer":
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
        page = context.new_page()
        page.add_init_script(path=JOURNAL)
        reviewer = cls(name, page, f"{address}&reviewer={name}")
        page.on("websocket", reviewer._listen)
        reviewer.reload()
        return reviewer

    def close(self) -> None:
        self.page.context.close()

    def reload(self) -> None:
        """Load the page anew, as often as it takes."""
        for _ in range(20):
            try:
                self.page.goto(self.address, wait_until="commit")
                self.page.locator(OPEN).first.wait_for(timeout=PATIENCE)
                return
            except Error:  # the server or the network is not back yet
                self.page.wait_for_timeout(250)
        raise AssertionError(f"{self.name}'s page does not come back")

    def act(self, kind: str, chance: random.Random, number: int) -> None:
        """Do one thing to the unit at hand, where there is a pane to do it in."""
        self.answer_dialogs()
        if not self.page.locator(".pane .editor").is_visible():  # a run of the page was cut off in the middle; it comes back with the server
            return
        if kind == "type":
            self._type(f"{self.name}{number}", chance.choice(["Control+s", "Escape", "Shift"]))
        elif kind == "comment":
            self._comment(f"{self.name} asks {number}")
        else:
            self.page.keyboard.press(kind)
        if kind != "type":
            self.answer_dialogs()

    def _type(self, words: str, leave: str) -> None:
        """Write at the end of the rendering; what went into a dialog that opened meanwhile does not count."""
        editor = self.page.locator(".pane .editor")
        editor.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.insert_text(f" {words}")
        written = words in (editor.text_content() or "")
        if written or not self.page.locator(f".pane dialog[open], {STREAMLITS_OWN}").count():
            self.typed.append(words)
            self.page.keyboard.press(leave)

    def _comment(self, words: str) -> None:
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("n")
        field = self.page.locator(".pane textarea").first
        if not field.is_visible():
            return
        field.fill(f"{field.input_value()} {words}".strip())  # a dialog may have kept an earlier one from being sent; it stands there still
        field.press("Control+Enter")
        self.said.append(words)
        self.page.keyboard.press("Escape")

    def answer_dialogs(self) -> None:
        """Confirm whatever the pane asks; of two texts, keep the own one."""
        if self.page.locator(STREAMLITS_OWN).count():
            self.page.keyboard.press("Escape")
        for _ in range(4):
            dialog = self.page.locator(".pane dialog[open]").last
            if not dialog.count():
                return
            title = dialog.locator("h2").inner_text()
            if title in CHOSEN:
                dialog.get_by_role("button", name=CHOSEN[title]).click()
            elif title == "Reject the rendering":
                self.page.keyboard.insert_text("says something else")
                self.page.keyboard.press("Control+Enter")
            else:
                self.page.keyboard.press("Control+Enter")
            self.page.wait_for_timeout(20)

    def settle(self, patience: float) -> float | None:
        """Leave the editor and wait until all is saved or waits for a choice; milliseconds it took, None when it did not happen."""
        self.page.locator(".pane .editor").blur()
        for waited in range(0, int(patience), 100):
            self.answer_dialogs()
            if not self.waiting() and all(draft.get("conflict") or draft.get("comment") for draft in self.drafts()):
                return waited
            self.page.wait_for_timeout(100)
        return None

    def filed(self) -> list[dict[str, Any]]:
        """Every operation the pane ever filed here."""
        return list(self.page.evaluate("() => journal.filed()"))

    def waiting(self) -> list[dict[str, Any]]:
        return list(self.page.evaluate("() => journal.waiting()"))

    def drafts(self) -> list[dict[str, Any]]:
        return list(self.page.evaluate("() => journal.drafts()"))

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._heard)

    def _heard(self, payload: str | bytes) -> None:
        message = ForwardMsg()
        try:
            message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode("latin-1"))
        except (DecodeError, UnicodeEncodeError):
            return
        element = message.delta.new_element
        if element.WhichOneof("type") == "bidi_component" and re.search(r"review-pane$", element.bidi_component.component_name):
            for ack in json.loads(element.bidi_component.bytes or element.bidi_component.json)["acks"]:
                self.acks.setdefault(ack["operation"], []).append(ack["status"])
