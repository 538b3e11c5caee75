"""From an article to its quotations with attribution."""
