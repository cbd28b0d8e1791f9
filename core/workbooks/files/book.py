"""`Book`: the sheets of a file as it stores them, before anybody knows what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from core.errors import UserError

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet, in every program
LONGEST_TEXT = 32_767  # characters of a cell, in every program
MOST_CELLS = 100_000  # filled cells of a file that is read; a form has some thousands

At = tuple[int, int]  # row and column, both from 1


class BookError(UserError):
    """A file that gives no sheets; the sentence says why, and what its sender can do."""


class LockedError(BookError):
    """A file that only opens with a password, and not with the one given."""


class DamagedError(BookError):
    """A part that fails its checks, so that nothing of it is believed."""


class Kind(Enum):
    """What kind of value a cell stores."""

    NUMBER = "number"
    TEXT = "text"
    FLAG = "flag"
    ERROR = "error"  # of a formula: #N/A
    LOST = "lost"  # the value should be in the file and is not


class Show(Enum):
    """How a number is shown; UNKNOWN where the file does not tell it."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Look:
    """What a number format makes of a number; `places` are its decimals where they are fixed."""

    show: Show = Show.PLAIN
    places: int | None = None


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Stored:
    """What a cell stores: its characters, the digits of a number among them.

    `shown` is the date that a serial number is shown as. `formula` tells that the value was
    computed; a formula without a value is LOST.
    """

    text: str
    kind: Kind = Kind.TEXT
    look: Look = PLAIN
    formula: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's filled cells; `lost` says why nothing of it can be believed."""

    name: str
    cells: Mapping[At, Stored] = field(default_factory=dict)
    lost: str = ""

    def text(self, at: At) -> str:
        """Give the characters of a cell, none where it is empty."""
        found = self.cells.get(at)
        return found.text if found else ""


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets, and the defined names with what they stand for.

    `remarks` say in Chinese what was mended in the file, and what of it was left alone. `whole`
    tells that none of its parts is damaged or gone.
    """

    sheets: tuple[Sheet, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    whole: bool = True
