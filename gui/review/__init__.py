"""Reviewing forms: what can be done with one now, and doing it."""
