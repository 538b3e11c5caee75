"""Long work runs in a process of its own, so that no reviewer waits for it; its progress is in the store, where a page can look.

A job survives a restart of the app: a worker ends with the app that started it and puts its job back into the queue. A worker that dies
stops reporting, and its job is then shown as failed, to be started again.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.store import Job, JobState, Store

PREPARE = "prepare"
"""The kind of job that reads an article; its subject is the article's id."""

ALIGN = "align"
"""The kind of job that aligns two documents; its subject is their `names.bitext_key`."""

CHECKOUT = Path(__file__).resolve().parents[2]
HEARTBEAT_SECONDS = 5
DEAD_AFTER = timedelta(seconds=30)

Progress = Callable[[int, int, str], None]
"""Called with the steps done, the steps in all and what is being done; may raise to stop the work."""


class JobStopped(WorkbenchError):
    """The user stopped the job."""


class Worker:
    """The process that works off the queue of one database; started when there is something to do, ends when there is not."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ensure(self, store: Store) -> None:
        """Start the process when jobs are waiting and it is not running."""
        with self._lock:
            running = self._process is not None and self._process.poll() is None
            if not running and any(job.state is JobState.QUEUED for job in store.jobs()):
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "workbench", "work", "--until-closed", "--database", self._address],
                    cwd=CHECKOUT,
                    stdin=subprocess.PIPE,  # closed by the system when the app ends, however it ends
                    stdout=subprocess.DEVNULL,
                    start_new_session=True,  # Ctrl+C in the app's terminal is for the app
                )

    def close(self) -> None:
        """Let the process go and wait until it has ended."""
        with self._lock:
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.close()
                self._process.wait()


def work_off(store: Store, run: Callable[[Job, Progress], None]) -> int:
    """Run the queued jobs one after the other and give how many were run; a job that fails says why and the next one is taken."""
    count = 0
    while job := store.claim_job(os.getpid()):
        count += 1
        try:
            with _heartbeat(store, job):
                run(job, _reporter(store, job))
            store.update_job(job.id, state=JobState.DONE)
        except JobStopped:
            continue
        except WorkbenchError as error:
            store.update_job(job.id, state=JobState.FAILED, note=str(error))
        except BaseException as error:
            store.update_job(job.id, state=JobState.FAILED, note=f"{type(error).__name__}: {error}")
            raise
    return count


def end_with(descriptor: int, store: Store) -> None:
    """End this process when the file `descriptor` closes, and put back what it was doing: the app that asked for it is gone."""

    def wait() -> None:
        # A buffered stream would be locked by this thread when the interpreter wants to close it.
        while os.read(descriptor, 1024):
            pass
        store.release_jobs(os.getpid())
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def settle(store: Store, now: datetime | None = None) -> list[Job]:
    """All jobs, newest first; those that stopped reporting are marked as failed."""
    limit = (now or datetime.now(UTC)) - DEAD_AFTER
    jobs = []
    for job in store.jobs():
        lost = job.state is JobState.RUNNING and job.updated_at < limit
        jobs.append(store.update_job(job.id, state=JobState.FAILED, note="The work was interrupted; start it again") if lost else job)
    return jobs


def stop(store: Store, job: Job) -> None:
    """Ask a job to stop; it does at its next step."""
    store.update_job(job.id, state=JobState.STOPPED, note="Stopped by you")


def again(store: Store, job: Job) -> Job:
    """Queue the same work once more."""
    store.update_job(job.id, state=JobState.STOPPED)
    return store.add_job(job.project_id, job.kind, job.subject)


def _reporter(store: Store, job: Job) -> Progress:
    def report(done: int, total: int, note: str) -> None:
        if store.update_job(job.id, done=done, total=total, note=note).state is JobState.STOPPED:
            raise JobStopped(f"job {job.id} was stopped")

    return report


@contextmanager
def _heartbeat(store: Store, job: Job) -> Iterator[None]:
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(HEARTBEAT_SECONDS):
            store.update_job(job.id)

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
