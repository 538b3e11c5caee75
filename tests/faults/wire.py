"""The network between the browser and the app, as a proxy on loopback that can be cut."""

import socket
import threading
from contextlib import suppress
from typing import Self

CHUNK = 2**16


class Wire:
    """Passes every connection on to `target`; while it is cut, all connections are dropped and new ones end at once."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self.cut()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut(self) -> None:
        """Drop everything, in the middle of whatever is under way."""
        with self._lock:
            self._cut = True
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self._open.clear()

    def mend(self) -> None:
        """Let connections pass again."""
        self._cut = False

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:  # the listener was closed
                return
            threading.Thread(target=self._connect, args=(browser,), daemon=True).start()

    def _connect(self, browser: socket.socket) -> None:
        try:
            app = socket.create_connection(("127.0.0.1", self._target))
        except OSError:  # the app is down
            browser.close()
            return
        with self._lock:
            if self._cut:
                browser.close()
                app.close()
                return
            self._open |= {browser, app}
        threading.Thread(target=self._pass, args=(browser, app), daemon=True).start()
        self._pass(app, browser)

    def _pass(self, giver: socket.socket, taker: socket.socket) -> None:
        with suppress(OSError):
            while received := giver.recv(CHUNK):
                taker.sendall(received)
        for connection in (giver, taker):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        with self._lock:
            self._open.discard(giver)
        giver.close()
