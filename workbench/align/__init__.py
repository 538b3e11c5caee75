"""From two texts to what belongs together: segments, beads, spans; is handed the encoder."""
