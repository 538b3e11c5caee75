"""Lets atheris look for input that makes a reader fail: `python -m tests.formats.fuzzer FORMAT [CORPUS] [-max_total_time=60]`.

FORMAT is an id, or `any`: then the first byte of an input says which. The options are libFuzzer's; an input that fails is written to a file.
"""

import sys

import atheris

with atheris.instrument_imports(include=["workbench.formats"]):
    from tests.formats.test_fuzzing import TARGETS


def try_any(content: bytes) -> None:
    """The reader that the first byte says, with the rest."""
    if content:
        names = list(TARGETS)
        TARGETS[names[content[0] % len(names)]].attempt(content[1:])


def main() -> None:
    """Until the time is up or something fails."""
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, try_any if name == "any" else TARGETS[name].attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
