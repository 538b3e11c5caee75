"""The data that ships, held to its own description."""
