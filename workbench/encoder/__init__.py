"""The sentence encoder: loaded on first use, once per process."""

from functools import cache

from workbench.ports import SpanEncoder


@cache
def load() -> SpanEncoder:
    """The encoder of this process; the first call reads the weights (about a second), later ones give the same object."""
    from workbench.encoder.use import UseEncoder

    return UseEncoder()
