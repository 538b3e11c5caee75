"""Printing for people and for programs."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def print_json(value: Any) -> None:
    """One JSON value on one line of standard output, Arabic readable."""
    json.dump(value, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def note(sentence: str) -> None:
    """Something to know beside the result: a line on standard error."""
    print(f"note: {sentence}", file=sys.stderr)


class Progress:
    """How far a long piece of work is, on one line of standard error that is written over; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._shown = ""

    def __call__(self, count: int, what: str) -> None:
        """Show so many units as read, written or stored."""
        if sys.stderr.isatty():
            self._show(f"{count:,} {what}")

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._show("")

    def _show(self, text: str) -> None:
        sys.stderr.write("\r" + text.ljust(len(self._shown)) + ("" if text else "\r"))
        sys.stderr.flush()
        self._shown = text


@contextmanager
def progress() -> Iterator[Progress]:
    """A line that says how far it is while the block lasts."""
    line = Progress()
    try:
        yield line
    finally:
        line.clear()


def units_read(count: int) -> str:
    """How many units were read, in words.

    >>> units_read(1), units_read(2)
    ('1 unit read', '2 units read')
    """
    return f"{count} unit{'' if count == 1 else 's'} read"


def print_report(name: str, report: dict[str, Any]) -> None:
    """What happened to the units of a file, in words; every unit left out is named."""
    print(f"{name}: {units_read(report['read'])}, {report['written']} written")
    for remark in report["remarks"]:
        print(f"  note: {remark}")
    for skipped in report["skipped"]:
        print(f"  left out: {skipped['unit']} ({skipped['where']}): {skipped['reason']}")
    for lost in report["not_kept"]:
        print(f"  not kept: {lost['count']} {lost['what']}")
