"""Judging: two yardsticks laid on what was reached, and the grade that follows."""
