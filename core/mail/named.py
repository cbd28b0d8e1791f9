"""The headers that name an attachment, so that every mail program reads a Chinese name.

`filename*` (RFC 2231) in one piece is what Outlook, Thunderbird and web mailers read, `name` as
encoded words (RFC 2047) what older ones do: that is how Thunderbird writes both. A plain
`filename` beside `filename*` would win in readers that take the first one they see.
"""

import re
from email.header import Header
from pathlib import PurePosixPath
from urllib.parse import quote

_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_. -]{0,60}")
_WIDTH = 76  # characters of a line (RFC 2047)
_KINDS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}
_ANYTHING = "application/octet-stream"


def content_type(name: str) -> str:
    """Give the kind of a file by the ending of its name, with the name."""
    kind = _KINDS.get(PurePosixPath(name).suffix.lower(), _ANYTHING)
    return f'{kind};\r\n name="{_encoded(name)}"'


def disposition(name: str) -> str:
    """Say that a part is an attachment, with its name."""
    if _PLAIN.fullmatch(name):
        return f'attachment;\r\n filename="{name}"'
    return f"attachment;\r\n filename*=UTF-8''{quote(name, safe='')}"


def _encoded(name: str) -> str:
    """Write a name in ASCII, line by line."""
    if _PLAIN.fullmatch(name):
        return name
    return Header(name, "utf-8", maxlinelen=_WIDTH, header_name="name").encode(linesep="\r\n")
