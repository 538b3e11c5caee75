"""Start the workbench."""
