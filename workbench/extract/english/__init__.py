"""Quotations of an English article: which words attribute them, to whom, and through which outlet."""
