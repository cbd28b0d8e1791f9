"""`Backup`: a copy of the database's file, what is in it, and what became of restoring it."""

from dataclasses import dataclass
from pathlib import Path

from core.domain.words import Word


class Kind(Word):
    """Why a copy was made; all but those made by hand go when newer ones come."""

    HAND = "hand", "手工"
    DAILY = "daily", "自动"
    UPGRADE = "upgrade", "升级前"
    RESTORE = "restore", "恢复前"
    INTAKE = "intake", "入库前"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy in the folder of copies; `at` is ISO 8601, `size` counts bytes."""

    path: Path
    kind: Kind
    at: str
    size: int


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain of changes: how many there are, and the last one's digest."""

    links: int = 0
    digest: str = ""

    def __str__(self) -> str:
        """Write it as the chain itself records it, empty without a change."""
        return f"{self.links}:{self.digest}" if self.links else ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a copy: figures by plan, the last change, the chain's head, what is damaged.

    `last_at` is ISO 8601; it and `last_by` are empty where nothing was ever changed.
    """

    entries: tuple[tuple[str, int], ...]
    last_at: str
    last_by: str
    head: Head
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """The database that was restored, and the copy of what it was before, if it was there."""

    path: Path
    kept: Path | None
