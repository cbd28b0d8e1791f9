"""The time that is written beside a change."""

from datetime import datetime


def now() -> str:
    """Give the present time as ISO 8601 with seconds and offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
