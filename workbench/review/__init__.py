"""Tracked changes, the state a unit's events amount to, and who may do what."""
