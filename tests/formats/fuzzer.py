"""Lets atheris look for input that makes a reader fail: `python -m tests.formats.fuzzer FORMAT [CORPUS] [-max_total_time=60]`.

Needs `pip install atheris`; its options are libFuzzer's.
"""

import sys

import atheris

with atheris.instrument_imports(include=["workbench.formats"]):
    from tests.formats.test_fuzzing import try_it


def main() -> None:
    """Until the time is up or something fails."""
    format_id = sys.argv.pop(1)
    atheris.Setup(sys.argv, lambda content: try_it(content, format_id))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
