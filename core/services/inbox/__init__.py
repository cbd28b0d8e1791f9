"""Returned files: reading, comparing, taking in, giving back."""
