"""`python3 -m tests`: install the test tools, then run the whole suite, on a machine with nothing but Python.

Like `workbench.bootstrap` this has to read well to an old Python, up to the line that says it is too old.
"""

import argparse
import os
import sys

from workbench import bootstrap

# Two at a time, a module's tests together: half of the time is waiting for a browser.
SIDE_BY_SIDE = ["--numprocesses", "2", "--dist", "loadfile"]


def main() -> int:
    """Run the suite; its exit status, or 2 where it cannot be started."""
    words, pytest_words = split(sys.argv[1:])
    parser = argparse.ArgumentParser(prog="python3 -m tests", description="Install the test tools and run all tests; what follows -- goes to pytest.")
    parser.add_argument("--require-all", action="store_true", help="a skipped test counts as a failure")
    parser.add_argument("--only-install", action="store_true", help="install what the tests and the linters need, run nothing")
    arguments = parser.parse_args(words)
    return bootstrap.guarded(lambda: run(arguments, pytest_words))


def split(words: list) -> tuple:
    """Our own arguments, and those after `--`."""
    cut = words.index("--") if "--" in words else len(words)
    return words[:cut], words[cut + 1 :]


def run(arguments: argparse.Namespace, pytest_words: list) -> int:
    """Install, say what is missing, become pytest."""
    environment = bootstrap.Environment()
    python = bootstrap.prepare(environment, environment.root / "tests" / "requirements.txt")
    from tests import system  # reads only on a Python that `prepare` has let through

    for need in system.provide():
        print(f"Without {need.name}, {need.used_by} are skipped or poorer (on Debian: apt-get install {need.package}).", flush=True)
    if arguments.only_install:
        return 0
    os.chdir(str(environment.root))
    chosen = pytest_words or SIDE_BY_SIDE
    return bootstrap.hand_over([python, "-m", "pytest", "-p", "tests.skips"] + ["--require-all"] * arguments.require_all + chosen)


if __name__ == "__main__":
    sys.exit(main())
