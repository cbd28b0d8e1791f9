"""Reports: content built once from values, then drawn as PDF and Excel."""
