"""Quote Workbench: review translated quotes beside the words that were really said."""

__version__ = "0.1.0"
