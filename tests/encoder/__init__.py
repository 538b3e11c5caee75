"""The sentence encoder: its arithmetic held against really encoding, and what it keeps."""
