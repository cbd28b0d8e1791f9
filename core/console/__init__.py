"""The command line: words → services → lines or one JSON document."""
