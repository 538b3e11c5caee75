"""The use cases, in the user's verbs: load, call, save."""
