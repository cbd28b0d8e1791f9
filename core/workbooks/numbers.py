"""Which texts are written as numbers, and how a cell shows them."""

import re
from decimal import Decimal

_PLAIN = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_MOST_DIGITS = 15  # that Excel keeps of a number
_BEYOND = "####"  # further decimals that a cell shows rather than hides
GENERAL, TEXT = "General", "@"


def number(text: str) -> Decimal | None:
    """Give the number that a text is written as, if it is; all its digits must be kept."""
    if not _PLAIN.fullmatch(text):
        return None
    value = Decimal(text)
    return value if len(value.as_tuple().digits) <= _MOST_DIGITS else None


def fixed(text: str) -> str:
    """Give the format that shows a number with the decimals of its text."""
    decimals = len(text.partition(".")[2])
    return "0." + "0" * decimals if decimals else "0"


def typed(decimals: int) -> str:
    """Give the format of a cell that is typed into: at least so many decimals, hiding none."""
    return f"0.{'0' * decimals}{_BEYOND}" if decimals else GENERAL
