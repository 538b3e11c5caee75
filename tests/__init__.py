"""The test suite; mirrors workbench/."""
