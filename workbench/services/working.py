"""What each kind of job does."""

from workbench import encoder
from workbench.errors import BadInput
from workbench.ports import SpanEncoder
from workbench.services.bitext import align_documents
from workbench.services.jobs import ALIGN, PREPARE, Progress, work_off
from workbench.services.preparing import prepare
from workbench.store import Job, Store


def work(store: Store) -> int:
    """Run the queued jobs and give how many there were."""

    def load() -> SpanEncoder:
        return encoder.load(store.vectors)

    def run(job: Job, progress: Progress) -> None:
        if job.kind == PREPARE:
            prepare(store, job.project_id, job.subject, load, progress)
        elif job.kind == ALIGN:
            align_documents(store, job.project_id, job.subject, load, progress)
        else:
            raise BadInput(f"this version does not know the work “{job.kind}”", where=f"job {job.id}")

    return work_off(store, run)
