"""What stands half-typed, in a small file beside the database: `<name>.draft`.

It is written per keystroke and therefore not forced to disk: it outlives the process, not a
power cut, before which only accepted cells are safe.
"""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from core.domain.period import Quarter
from core.domain.submission import Draft
from core.errors import UserError


def read(database: Path) -> Draft | None:
    """Give the draft beside a database; nothing where there is none that can be read."""
    try:
        line, *_ = _beside(database).read_bytes().splitlines()
        return _draft(json.loads(line))
    except (OSError, ValueError, UserError):
        return None


def keep(database: Path, draft: Draft | None) -> None:
    """Write the draft, or delete it; a disk that refuses is left alone.

    It is one line, written at once over the one before, of which a longer rest may stay behind
    it: that costs a hundredth of a new file, and a killed process leaves the one or the other.
    """
    file = _beside(database)
    with suppress(OSError):
        if draft is None:
            file.unlink(missing_ok=True)
            return
        told = json.dumps(asdict(draft) | {"quarter": str(draft.quarter)})
        file.touch()
        with file.open("r+b", buffering=0) as opened:
            opened.write(f"{told}\n".encode())


def _draft(given: object) -> Draft | None:
    """Make a draft of what stood in the file; nothing where that is no draft."""
    match given:
        case {
            "plan": str(plan),
            "department": str(department),
            "quarter": str(quarter),
            "code": str(code),
            "column": str(column),
            "text": (str() | None) as text,
        }:
            return Draft(plan, department, Quarter.parse(quarter), code, column, text)
    return None


def _beside(database: Path) -> Path:
    """Give the file of a draft."""
    return database.with_name(f"{database.name}.draft")
