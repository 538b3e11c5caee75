"""Printing for people and for programs."""

import json
import sys
from typing import Any


def print_json(value: Any) -> None:
    """One JSON value on one line of standard output, Arabic readable."""
    json.dump(value, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")
