"""The sentence encoder, loaded on first use."""
