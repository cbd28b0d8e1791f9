"""What a person reads when something happened; known errors against bugs."""

import sys
import traceback
from dataclasses import dataclass

from core.errors import UserError

LONGEST = 3  # lines that the strip shows; the rest is in the details


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the strip, with details that can be copied where there are any."""

    text: str
    details: str = ""
    grave: bool = False


def notice(error: UserError) -> Notice:
    """Show an error as it stands; a long list of faults keeps its end for the details."""
    lines = str(error).splitlines()
    text = "\n".join(lines[:LONGEST]) + ("……" if len(lines) > LONGEST else "")
    return Notice(text, details(error), grave=True)


def details(error: BaseException) -> str:
    """Give all that is known of an error, for whoever helps."""
    return "".join(traceback.format_exception(error))


def known(error: Exception) -> Notice | None:
    """Give the notice of a known error; a bug goes where all bugs go and gives nothing."""
    if isinstance(error, UserError):
        return notice(error)
    sys.excepthook(type(error), error, error.__traceback__)
    return None


def words(error: Exception, bug: str) -> str:
    """Give what a known error says, or what is said of a bug once it is where all bugs go."""
    found = known(error)
    return found.text if found else bug
