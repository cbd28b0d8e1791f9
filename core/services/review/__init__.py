"""Review and approval of forms."""
