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
        return _draft(json.loads(_beside(database, ".draft").read_bytes()))
    except (OSError, ValueError, UserError):
        return None


def keep(database: Path, draft: Draft | None) -> None:
    """Write the draft whole, in place of the one before; a disk that refuses is left alone."""
    if draft is None:
        with suppress(OSError):
            _beside(database, ".draft").unlink(missing_ok=True)
        return
    told = json.dumps(asdict(draft) | {"quarter": str(draft.quarter)})
    new = _beside(database, ".draft-new")
    with suppress(OSError):
        new.write_bytes(told.encode())
        new.replace(_beside(database, ".draft"))


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


def _beside(database: Path, ending: str) -> Path:
    """Give the file of a draft."""
    return database.with_name(database.name + ending)
