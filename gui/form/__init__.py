"""Typing into a form: what a clerk does between two cells, and how it is taken back."""
