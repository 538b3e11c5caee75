"""Exchange formats: one module a format, one row in FORMATS."""
