"""Forms as Excel workbooks: sent out, filled in anywhere, and read when they come back."""
