"""`Row`: an indicator's entry with a figure, and what the checks look back upon."""

from decimal import Decimal
from typing import NamedTuple

from core.domain.figure import Figure
from core.domain.history import Known
from core.domain.indicator import Indicator
from core.domain.submission import Entry


class Row(NamedTuple):
    """What every check of a figure is given; `number` is there where the figure is a plain number.

    (A named tuple: one is made for every row that is checked, and a form of 400 is checked whole.)
    """

    item: Indicator
    entry: Entry
    figure: Figure
    number: Decimal | None
    known: Known
