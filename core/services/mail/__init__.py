"""Letters: whom to write to, what, and sending it."""
