"""Chinese on stdout and stderr, whatever the system's code page."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def speak_utf8() -> None:
    """Let both streams write UTF-8; one that is closed swallows what it is given."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
        elif reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(words: object) -> None:
    """Write a line to stderr; that nobody reads it stops no work."""
    with suppress(OSError):
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()


def drop_unread() -> None:
    """Drop what cannot be written, else the interpreter tries again at its end and complains."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError):  # of a stream without a file
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
