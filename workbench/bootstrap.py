"""Make the virtual environment, install what is needed, hand over to the app or to the tests.

This module runs before anything is installed, perhaps on a Python that is too old for the rest of the workbench. So it uses the
standard library only and the syntax and library of Python 3.6, so far that an old Python reaches the line that says what it is.

What has been installed is known by a *stamp*: a file in `.venv` with a digest of the requirements and of the Python version, written last.
While it fits, a start costs a few file reads. Two starts at once are kept apart by a lock on a file, which the system lets go of when a
start ends, however it ends.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import IO, Callable, Iterator, List, Optional, Sequence, Tuple

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
NEWEST_NAMED = 16  # commands python3.11 … python3.16 are looked for when the running Python is too old
INTERRUPTED = 130  # the exit status shells give to a program ended by Ctrl+C
WINDOWS = os.name == "nt"


class CannotStart(Exception):
    """The workbench cannot be started; the message is one line that says why and what to do."""


class Environment:
    """The places of one checkout that starting it touches.

    >>> Environment(Path("/srv/workbench")).stamp(Path("/srv/workbench/tests/requirements.txt")).name
    'tests-requirements.stamp'
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
        self.unfinished = self.folder / "installing"  # is there while pip runs, and after it was cut off
        self.state = root / ".workbench"
        self.lock = self.state / "install.lock"
        self.log = self.state / "install.log"

    def stamp(self, requirements: Path) -> Path:
        """The file that says `requirements` are installed."""
        return self.folder / ("-".join(requirements.relative_to(self.root).with_suffix("").parts) + ".stamp")

    def has(self, requirements: Path) -> bool:
        """Whether `requirements`, as they read now, are installed for the running version of Python."""
        try:
            return self.python.exists() and self.stamp(requirements).read_text(encoding="ascii") == digest(requirements)
        except OSError:
            return False

    def fits(self) -> bool:
        """Whether the environment was made whole, and by the running version of Python."""
        try:
            made_by = re.search(r"^version\s*=\s*(\d+\.\d+)\b", (self.folder / "pyvenv.cfg").read_text(encoding="utf-8"), re.MULTILINE)
        except OSError:
            return False
        if made_by is None or made_by.group(1) != python_version() or not self.python.exists() or self.unfinished.exists():
            return False
        return subprocess.call([str(self.python), "-I", "-c", "import pip"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def main(argv: Optional[Sequence[str]] = None) -> int:
    """Start the app from its checkout, installing first what it needs; the exit status.

    On POSIX this process becomes the app and never returns from a successful start.
    """
    parser = argparse.ArgumentParser(prog="python3 app.py", description="Install what the workbench needs and open it in the browser.")
    add_serve_arguments(parser)
    arguments = parser.parse_args(argv)
    return guarded(lambda: start_app(Environment(), arguments.port, arguments.database))


def add_serve_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options that `python3 app.py` and `python3 -m workbench serve` share."""
    parser.add_argument("--port", type=int, metavar="N", help="the port to listen on, or the next free one after it (default: 8501)")
    parser.add_argument("--database", metavar="FILE", help="the SQLite file (default: WORKBENCH_DATABASE, else a file under .workbench/)")


def guarded(start: Callable[[], int]) -> int:
    """Run `start`; what stops it becomes one line on standard error and an exit status."""
    signal.signal(signal.SIGTERM, exit_on_signal)
    try:
        return start()
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        print(explain(str(error)), file=sys.stderr)
        return 2


def exit_on_signal(number: int, _frame: Optional[FrameType]) -> None:
    """End by an exception, so that children are ended and files closed on the way out."""
    raise SystemExit(128 + number)


def start_app(environment: Environment, port: Optional[int], database: Optional[str]) -> int:
    """Install and become the app."""
    python = prepare(environment, environment.root / "requirements.txt")
    command = [python, "-m", "workbench", "serve"]
    if port is not None:
        command += ["--port", str(port)]
    database = database or os.environ.get("WORKBENCH_DATABASE")
    if database:
        command += ["--database", absolute(database)]
    print("Starting the workbench; Ctrl+C stops it.", flush=True)
    os.chdir(str(environment.root))
    return hand_over(command)


def absolute(database: str) -> str:
    """The database named from anywhere: the app's folder becomes the current one.

    >>> absolute("postgresql://db.example.org/quotes")
    'postgresql://db.example.org/quotes'
    """
    return database if "://" in database else str(Path.cwd() / database)


def hand_over(command: List[str]) -> int:
    """Become `command` where the system can do that, else run it as a child and wait for it.

    On POSIX Ctrl+C is held back until the command asks for it by `hear_interrupts`: while Python starts, it would print a traceback.
    """
    if not WINDOWS:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the child too, which knows how to end
    return subprocess.call(command)


def hear_interrupts() -> None:
    """Let Ctrl+C through again after `hand_over`; one that was pressed meanwhile arrives now."""
    if not WINDOWS:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])


def prepare(environment: Environment, requirements: Path) -> str:
    """The path of a Python that has `requirements` installed; makes the environment and installs when they are not.

    Raises CannotStart, or OSError where the disk or the rights forbid it.
    """
    check_python()
    if not environment.has(requirements):
        with locked(environment.lock):
            if not environment.has(requirements):  # the start we waited for may have done it
                make(environment)
                install(environment, requirements)
    return str(environment.python)


def check_python(version: Tuple[int, ...] = tuple(sys.version_info[:3])) -> None:
    """Raise CannotStart where Python is too old, naming a newer one that is installed."""
    if version >= OLDEST_PYTHON:
        return
    newer = next(filter(works, ("python3.%d" % minor for minor in range(NEWEST_NAMED, OLDEST_PYTHON[1] - 1, -1))), None)
    remedy = "Start it with %s instead." % newer if newer else "Install a newer Python and start it with that."
    found = ".".join(str(part) for part in version)
    raise CannotStart("The workbench needs Python %d.%d or newer; this is %s (%s). %s" % (*OLDEST_PYTHON, found, sys.executable, remedy))


def works(python: str) -> bool:
    """Whether a command is there and runs: version managers leave commands behind that only print an error."""
    return shutil.which(python) is not None and subprocess.call([python, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def python_version() -> str:
    """The running Python as `major.minor`: packages survive a change of the third number."""
    return "%d.%d" % sys.version_info[:2]


def requirement_files(requirements: Path) -> List[Path]:
    """`requirements` and the files it includes by `-r`, each once."""
    found = [requirements]
    for file in found:
        for line in file.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if len(words) > 1 and words[0] in ("-r", "--requirement"):
                included = Path(os.path.normpath(str(file.parent / words[1])))
                if included not in found:
                    found.append(included)
    return found


def digest(requirements: Path) -> str:
    """What has to be the same for an installation to be reused: the lists of packages and the Python version."""
    state = hashlib.sha256(("%s %s" % (sys.implementation.name, python_version())).encode("ascii"))
    for file in requirement_files(requirements):
        state.update(b"\0" + file.read_bytes())
    return state.hexdigest()


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path`, waiting for another start of this checkout to finish."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        told = False
        while not try_lock(file):
            if not told:
                print("Another start is installing; waiting for it.", flush=True)
                told = True
            time.sleep(0.2)
        yield


def try_lock(file: IO[str]) -> bool:
    """Lock an open file for this process; False where another holds it. The system unlocks it when the file is closed."""
    try:
        if WINDOWS:
            msvcrt = importlib.import_module("msvcrt")
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl = importlib.import_module("fcntl")
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def make(environment: Environment) -> None:
    """Make `.venv`; one that is broken, half made or of another Python version is made anew."""
    if environment.fits():
        return
    need_venv()
    print("Making .venv with Python %s." % sys.version.split()[0], flush=True)
    command = [sys.executable, "-I", "-m", "venv", "--clear", "--prompt", "workbench", str(environment.folder)]
    output, status = run(command, environment.log)
    if status:
        raise CannotStart(explain(output, environment.log))


def need_venv() -> None:
    """See to it that this Python can make environments: Debian keeps that in a package of its own."""
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return
    package = "python%s-venv" % python_version()
    if not apt_install([package]) or importlib.util.find_spec("ensurepip") is None:
        raise CannotStart(
            "This Python cannot make virtual environments (venv or ensurepip is missing); on Debian and Ubuntu run "
            "`sudo apt-get install %s`, then start again." % package
        )


def apt_install(packages: Sequence[str]) -> bool:
    """Install system packages where this is root on Debian or Ubuntu; whether that was done."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Installing %s with apt-get." % ", ".join(packages), flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            command, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    if done.returncode:
        print(done.stderr.strip(), file=sys.stderr)
    importlib.invalidate_caches()
    return done.returncode == 0


def install(environment: Environment, requirements: Path) -> None:
    """Install `requirements` with pip; the stamps are written when all of it is there."""
    print("Installing what %s names; the first time this takes a minute or more." % requirements.relative_to(environment.root), flush=True)
    start = time.monotonic()
    command = [str(environment.python), "-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar=off"]
    command += ["--retries=2", "--requirement", str(requirements)]
    environment.unfinished.touch()
    for stamp in environment.folder.glob("*.stamp"):  # from here on nobody knows what is installed
        stamp.unlink()
    output, status = run(command, environment.log, tell=show_package)
    environment.unfinished.unlink()  # pip ended by itself, so what it left is whole
    if status:
        raise CannotStart(explain(output, environment.log))
    for file in requirement_files(requirements):
        environment.stamp(file).write_text(digest(file), encoding="ascii")
    print("Installed in %.0f s." % (time.monotonic() - start), flush=True)


def show_package(line: str) -> None:
    """On a terminal, show what pip is at, on one line that is written over."""
    package = re.match(r"(Collecting|Downloading|Installing) (\S+)", line)
    if package and sys.stdout.isatty():
        print("\r%-60.60s\r" % ("  %s %s" % package.groups()), end="", flush=True)


def run(command: List[str], log: Path, *, tell: Optional[Callable[[str], None]] = None) -> Tuple[str, int]:
    """Run a command to its end, its output going to `log` and line by line to `tell`; the output and the exit status.

    A child is never left behind: when this process is interrupted, it is ended first.
    """
    lines = []
    settings = dict(os.environ, PIP_USER="0", PYTHONUNBUFFERED="1")  # a personal `user = true` would forbid installing into .venv
    with log.open("a", encoding="utf-8") as record:
        child = subprocess.Popen(
            command, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
        )
        try:
            for line in child.stdout or ():
                record.write(line)
                lines.append(line)
                if tell:
                    tell(line)
            return "".join(lines), child.wait()
        finally:
            end(child)


def end(child: "subprocess.Popen[str]") -> None:
    """End a child that still runs, politely, then by force."""
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


FULL_DISK = r"No space left on device|Errno 28|WinError 112"
NO_RIGHTS = r"Read-only file system|Permission denied|Operation not permitted|Access is denied|Errno 13\b|Errno 30\b"
BAD_CERTIFICATE = r"CERTIFICATE_VERIFY_FAILED|SSLError"
NO_NETWORK = (
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|ConnectionResetError|Max retries exceeded"
    r"|Connection refused|Network is unreachable|name resolution"
)
NO_VENV = r"ensurepip is not available"
NO_SUCH_PACKAGE = r"No matching distribution found for (\S+)"
CAUSES = (
    (FULL_DISK, "The disk is full; make room (about 1 GB) and start again."),
    (NO_RIGHTS, "This folder cannot be written to; copy the workbench to a folder of your own and start it there."),
    (BAD_CERTIFICATE, "The package index shows a certificate this computer does not trust; name your network's own in PIP_CERT and start again."),
    (NO_NETWORK, "The package index cannot be reached; connect to the network (behind a proxy, set HTTPS_PROXY) and start again."),
    (NO_VENV, "Python's venv parts are missing; on Debian and Ubuntu run `sudo apt-get install python3-venv`, then start again."),
    (NO_SUCH_PACKAGE, "The package index has no {0} for this Python and this kind of computer."),
)
"""What installing can trip over, by the words pip, venv and the system use, the surest words first."""


def explain(output: str, log: Optional[Path] = None) -> str:
    r"""One line on why installing failed, from what pip or the system said.

    >>> explain("OSError: [Errno 28] No space left on device")
    'The disk is full; make room (about 1 GB) and start again.'
    >>> explain("ERROR: No matching distribution found for polib==9\n")
    'The package index has no polib==9 for this Python and this kind of computer.'
    """
    details = " (All that was said: %s)" % log if log else ""
    for pattern, message in CAUSES:
        found = re.search(pattern, output)
        if found:
            return message.format(*found.groups()) + details
    last = next((line.strip() for line in reversed(output.splitlines()) if line.strip()), "no reason was given")
    return "Installing failed: %s%s" % (last, details)
