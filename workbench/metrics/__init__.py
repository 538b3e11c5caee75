"""Figures with signatures."""
