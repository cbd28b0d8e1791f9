"""The sentences that explain a status."""
