"""Chinese on stdout and stderr, whatever the system's code page."""

import sys


def speak_utf8() -> None:
    """Let both streams write UTF-8; a program without a console has none."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
