"""Tracked changes, the event log and what it amounts to."""
