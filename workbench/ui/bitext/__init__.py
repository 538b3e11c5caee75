"""Mounting the bitext component: two columns of beads to put right."""

from workbench.ui.bitext.columns import bitext_columns
from workbench.ui.bitext.contract import Edit

__all__ = ["Edit", "bitext_columns"]
