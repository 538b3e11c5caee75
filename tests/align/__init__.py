"""The aligner: quotations to places, texts to beads."""
