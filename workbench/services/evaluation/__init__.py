"""Measure extraction, places and alignment: on the gold of the sample corpora, and on a folder of data beside the project."""
