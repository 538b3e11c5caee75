"""The pages of the app and the review component."""
