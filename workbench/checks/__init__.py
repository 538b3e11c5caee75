"""What may be wrong with a rendering: one module a check, one row in CHECKS."""
