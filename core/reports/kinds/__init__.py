"""The kinds of report: values to content."""
