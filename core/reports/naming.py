"""Names of files, safe on every system."""

import re

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # Windows keeps these names
_LONGEST = 80


def file_name(text: str) -> str:
    """Make a text safe as a file's name without its ending."""
    kept = _FORBIDDEN.sub("_", text).strip(" .")[:_LONGEST].rstrip(" .")
    return f"_{kept}" if _DEVICES.fullmatch(kept) else kept or "报告"


def marked(name: str, mark: str) -> str:
    """Put a mark like （送审稿） behind a name, which gives way where both are too long."""
    return name[: _LONGEST - len(mark)].rstrip(" .") + mark
