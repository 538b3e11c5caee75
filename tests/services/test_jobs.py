"""Long work in a process of its own: progress, stopping, failing, dying."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbench.errors import BadInput
from workbench.services import jobs
from workbench.store import Job, JobState, Project, Store, open_store

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path):
    store = open_store(str(tmp_path / "jobs.sqlite"))
    store.add_project(Project(id="hama", title="Hama", created_at=NOW))
    yield store
    store.close()


def test_jobs_run_in_order_and_report(database: Store) -> None:
    first, second = database.add_job("hama", "prepare", "a"), database.add_job("hama", "prepare", "b")
    seen = []

    def run(job: Job, progress: jobs.Progress) -> None:
        progress(1, 2, f"reading {job.subject}")
        seen.append((job.subject, database.job(job.id).note))

    assert jobs.work_off(database, run) == 2
    assert seen == [("a", "reading a"), ("b", "reading b")]
    assert [database.job(job.id).state for job in (first, second)] == [JobState.DONE, JobState.DONE]


def test_a_job_stops_at_its_next_step(database: Store) -> None:
    job = database.add_job("hama", "prepare", "a")

    def run(job: Job, progress: jobs.Progress) -> None:
        jobs.stop(database, job)
        progress(1, 2, "going on")
        raise AssertionError("a stopped job went on")

    assert jobs.work_off(database, run) == 1
    assert database.job(job.id).state is JobState.STOPPED


def test_a_failed_job_says_why_and_the_next_one_runs(database: Store) -> None:
    bad, good = database.add_job("hama", "prepare", "bad"), database.add_job("hama", "prepare", "good")

    def run(job: Job, progress: jobs.Progress) -> None:
        if job.subject == "bad":
            raise BadInput("no text", where="bad")

    assert jobs.work_off(database, run) == 2
    failed = database.job(bad.id)
    assert (failed.state, failed.note, database.job(good.id).state) == (JobState.FAILED, "bad: no text", JobState.DONE)
    again = jobs.again(database, failed)
    assert (again.state, again.subject, database.job(bad.id).state) == (JobState.QUEUED, "bad", JobState.STOPPED)


def test_a_worker_that_no_longer_reports_is_noticed(database: Store) -> None:
    job = database.add_job("hama", "prepare", "a")
    database.claim_job(os.getpid())
    assert jobs.settle(database)[0].state is JobState.RUNNING
    later = datetime.now(UTC) + jobs.DEAD_AFTER + timedelta(seconds=1)
    assert jobs.settle(database, later)[0].state is JobState.FAILED
    assert "start it again" in database.job(job.id).note


def test_no_two_workers_get_the_same_job(database: Store) -> None:
    database.add_job("hama", "prepare", "a")
    assert database.claim_job(1) is not None
    assert database.claim_job(2) is None


def test_what_a_person_waits_for_comes_before_the_samples(database: Store) -> None:
    database.add_job("hama", "prepare", "sample", background=True)
    database.add_job("hama", "prepare", "mine")
    claimed = [database.claim_job(1), database.claim_job(1)]
    assert [job.subject for job in claimed if job] == ["mine", "sample"]


WAITING = """
import sys, time
from workbench.services.jobs import end_with
from workbench.store import open_store
store = open_store(sys.argv[1])
import os
store.claim_job(os.getpid())
end_with(sys.stdin.fileno(), store)
print("working", flush=True)
time.sleep(60)
"""


def test_a_worker_ends_with_the_app_and_its_job_waits_for_the_next(database: Store, tmp_path: Path) -> None:
    job = database.add_job("hama", "prepare", "a")
    command = [sys.executable, "-c", WAITING, str(tmp_path / "jobs.sqlite")]
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=jobs.CHECKOUT)
    assert worker.stdin is not None
    assert worker.stdout is not None
    assert worker.stdout.readline() == b"working\n"
    assert database.job(job.id).state is JobState.RUNNING
    worker.stdin.close()  # what the system does when the app ends
    assert worker.wait(timeout=10) == 0
    worker.stdout.close()
    assert database.job(job.id).state is JobState.QUEUED


def test_a_worker_with_nothing_left_to_do_ends_in_silence(database: Store, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "workbench", "work", "--until-closed", "--database", str(tmp_path / "jobs.sqlite")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=jobs.CHECKOUT) as worker:
        assert worker.wait(timeout=60) == 0
        assert worker.stderr is not None
        assert worker.stderr.read() == b""


def test_the_worker_starts_only_when_something_waits(database: Store, tmp_path: Path) -> None:
    worker = jobs.Worker(str(tmp_path / "jobs.sqlite"))
    worker.ensure(database)
    job = database.add_job("hama", "unknown", "a")
    worker.ensure(database)
    deadline = time.monotonic() + 60
    while database.job(job.id).state.open and time.monotonic() < deadline:
        time.sleep(0.1)
    assert database.job(job.id).state is JobState.FAILED
    assert "does not know the work" in database.job(job.id).note
    worker.close()
