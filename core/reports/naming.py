"""Names of files, safe on every system."""

import re

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # Windows keeps these names
_LONGEST = 80
_NARROW = str.maketrans("（）", "()")  # the brackets that names of files have


def file_name(text: str) -> str:
    """Make a text safe as a file's name without its ending."""
    kept = _FORBIDDEN.sub("_", text.translate(_NARROW)).strip(" .")[:_LONGEST].rstrip(" .")
    return f"_{kept}" if _DEVICES.fullmatch(kept) else kept or "报告"


def marked(name: str, mark: str) -> str:
    """Put a mark like 送审稿 in brackets behind a name, which gives way where both are too long."""
    behind = f"({mark})"
    return name[: _LONGEST - len(behind)].rstrip(" .") + behind
