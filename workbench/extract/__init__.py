"""From an article to its quotations with attribution."""

from workbench.extract.dispatch import quotations

__all__ = ["quotations"]
