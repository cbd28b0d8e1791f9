"""Reports as PDF on official paper; the only place that draws with reportlab."""
