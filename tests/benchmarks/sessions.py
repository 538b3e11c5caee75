"""Reviewers without a browser: a Streamlit session over its websocket, spoken to as the pane speaks.

What travels are Streamlit's own protobuf messages, so the server cannot tell such a session from a browser's. Pinned to the Streamlit of
requirements.txt: where that changes its protocol, `Session.open` fails, loudly.
"""

import asyncio
import json
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ANSWER_EXPECTED = 60.0  # seconds
LARGEST_MESSAGE = 64 * 2**20


class Counting(ClientConnection):
    """A connection that counts what comes over the wire, compressed where the server compresses."""

    arrived = 0

    def data_received(self, data: bytes) -> None:
        """Count, then go on as any connection."""
        self.arrived += len(data)
        super().data_received(data)


@dataclass(slots=True)
class Run:
    """One run of the page: when its data came and when it ended (seconds after the message that caused it), what travelled."""

    answered: float = 0.0
    ended: float = 0.0
    received: int = 0
    errors: list[str] = field(default_factory=list)


class Session:
    """A browser tab as far as the server can see. `read(message)` is shown every message and says whether it is the answer waited for."""

    def __init__(self, socket: Counting, page: str, query: str) -> None:
        self._socket = socket
        self._page = page
        self._query = query
        self._hash = ""
        self.data: Any = None
        self.component: str | None = None
        self._fragment = ""
        self.buttons: dict[str, str] = {}

    @classmethod
    async def open(cls, url: str, page: str, query: str) -> tuple[Self, Run]:
        """A new session that has drawn its page once."""
        address = url.replace("http", "ws", 1) + "/_stcore/stream"
        socket = await connect(address, subprotocols=["streamlit"], max_size=LARGEST_MESSAGE, create_connection=Counting)  # type: ignore[list-item]
        assert isinstance(socket, Counting)
        session = cls(socket, page, query)
        return session, await session._run({}, lambda: session.data is not None or bool(session.buttons))

    async def close(self) -> None:
        await self._socket.close()

    async def sync(self, message: dict[str, Any]) -> Run:
        """Send a message of the pane; answered once the data name every operation of its outbox."""
        assert self.component, "there is no component on this page"
        wanted = {operation["operation"] for operation in message["outbox"]}
        trigger = json.dumps([{"event": "sync", "value": message}])
        widget = f"$$STREAMLIT_INTERNAL_KEY_{self.component}__events"
        self.data = None
        return await self._run(
            {widget: ("json_trigger_value", trigger)},
            lambda: self.data is not None and wanted <= {ack["operation"] for ack in self.data["acks"]},
            fragment=self._fragment,
        )

    async def press(self, label: str, shown: Callable[[bytes], bool]) -> Run:
        """Press a native button; answered once a message passes `shown`."""
        return await self._run({self.buttons[label]: ("trigger_value", True)}, None, shown)

    async def _run(
        self,
        widgets: dict[str, tuple[str, Any]],
        answered: Callable[[], bool] | None,
        shown: Callable[[bytes], bool] = lambda _: False,
        fragment: str = "",
    ) -> Run:
        back = BackMsg()
        back.rerun_script.query_string = self._query
        back.rerun_script.fragment_id = fragment
        if self._hash:
            back.rerun_script.page_script_hash = self._hash
        else:
            back.rerun_script.page_name = self._page
        for name, (kind, value) in widgets.items():
            setattr(back.rerun_script.widget_states.widgets.add(id=name), kind, value)
        run, begin, before = Run(), time.perf_counter(), self._socket.arrived
        await self._socket.send(back.SerializeToString())
        while True:
            raw = await asyncio.wait_for(self._socket.recv(decode=False), ANSWER_EXPECTED)
            message = ForwardMsg()
            message.ParseFromString(raw)
            self._look_at(message, run)
            if not run.answered and (answered() if answered else shown(raw)):
                run.answered = time.perf_counter() - begin
            if message.WhichOneof("type") == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                run.ended = time.perf_counter() - begin
                run.received = self._socket.arrived - before
                if not run.answered:
                    run.errors.append("the answer did not come")
                return run

    def _look_at(self, message: ForwardMsg, run: Run) -> None:
        if message.WhichOneof("type") == "new_session" and not self._hash:
            self._hash = message.new_session.page_script_hash
        if message.WhichOneof("type") == "navigation":
            self._hash = message.navigation.page_script_hash
        if message.WhichOneof("type") != "delta":
            return
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            run.errors.append(f"{element.exception.type}: {element.exception.message}")
        elif kind == "bidi_component" and element.bidi_component.component_name.endswith("review-pane"):
            self.component, self._fragment = element.bidi_component.id, message.delta.fragment_id
            self.data = json.loads(element.bidi_component.bytes or element.bidi_component.json)
        elif kind == "button":
            self.buttons[element.button.label] = element.button.id


def operation(view: dict[str, Any], kind: str, **payload: Any) -> dict[str, Any]:
    """What the pane files for one thing done to a unit."""
    return {"operation": str(uuid.uuid4()), "unit": view["key"], "based_on": view["sequence"], "after": None, "kind": kind, **payload}
