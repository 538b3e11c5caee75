"""Printing for people and for programs."""

import json
import sys
from typing import Any


def print_json(value: Any) -> None:
    """One JSON value on one line of standard output, Arabic readable."""
    json.dump(value, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def print_report(name: str, report: dict[str, Any]) -> None:
    """What happened to the units of a file, in words; every unit left out is named."""
    print(f"{name}: {report['read']} units read, {report['written']} written")
    for remark in report["remarks"]:
        print(f"  note: {remark}")
    for skipped in report["skipped"]:
        print(f"  left out: {skipped['unit']} ({skipped['where']}): {skipped['reason']}")
    for lost in report["not_kept"]:
        print(f"  not kept: {lost['count']} {lost['what']}")
