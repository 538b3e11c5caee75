"""Facts about text: scripts, marks, numbers, names, sentences; no documents, no units."""
