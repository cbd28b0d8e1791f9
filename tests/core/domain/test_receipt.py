"""A receipt knows what was decided, what is open, and seals both."""

from dataclasses import replace

import pytest

from core.domain.cell import Column
from core.domain.changes import Choice, Way
from core.domain.receipt import Doubt, Scan
from core.domain.returned import Place, Verdict
from tests.db.factories import receipt, settled, slip

KEEP = Choice(Way.KEEP)


def test_what_was_decided_and_what_is_open_is_told_apart():
    given = receipt(cells=(settled(choice=KEEP), settled("B-02", choice=None)))
    assert given.choices == {("B-01", Column.FIGURE): KEEP}
    assert given.open == {("B-02", Column.FIGURE)}


@pytest.mark.parametrize(
    "other",
    [
        {"name": "别的.xlsx"},
        {"verdict": Verdict.DOUBTFUL},
        {"by": "李四"},
        {"doubts": (Doubt.OLDER,)},
        {"slip": slip(number=2)},
        {"cells": ()},
        {"cells": (settled(choice=KEEP),)},
        {"cells": (settled(raw="13.0"),)},
        {"cells": (settled(place=Place("填报表", "J6")),)},
    ],
)
def test_whatever_is_said_otherwise_has_another_seal(other):
    assert replace(receipt(), **other).seal != receipt().seal


def test_the_seal_is_that_of_the_moment_of_taking_in():
    later = replace(receipt(), number=7, scans=(Scan("扫描.pdf", "0" * 64, 1),))
    assert later.seal == receipt().seal
    assert later.event == receipt().event
