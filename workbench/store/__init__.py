"""Where everything is kept: documents that never change, and an append-only, hash-chained log of events.

`open_store` gives the store a database address names; callers see the `Store` protocol only.
"""

from workbench.store.opening import open_store
from workbench.store.protocol import Job, JobState, Original, Project, Score, Store, StoredEvents, Verification

__all__ = ["Job", "JobState", "Original", "Project", "Score", "Store", "StoredEvents", "Verification", "open_store"]
