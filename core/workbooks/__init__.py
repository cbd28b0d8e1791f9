"""Forms as Excel workbooks: sent out, filled in anywhere, and read when they come back."""

SERVE = "serve-workbooks"  # with which the packaged program starts itself to open what came back
