"""Where a plan's own printed numbers disagree."""
