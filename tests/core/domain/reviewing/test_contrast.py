"""What changed between two states of an entry is said part by part."""

from dataclasses import replace

import pytest

from core.domain.reviewing.contrast import contrast
from core.domain.submission import Missing
from core.domain.vintage import Vintage
from tests import factory as the
from tests.forms import entry

TWELVE = entry("B-02", "12")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (TWELVE, TWELVE, ""),
        (TWELVE, entry("B-02", "12.00"), "本期12→12.00"),
        (entry("B-02"), TWELVE, "本期空→12"),
        (TWELVE, entry("B-02", missing=Missing.UNVERIFIED), "本期12→待核实"),
        (TWELVE, replace(TWELVE, explanation="按月"), "说明空→“按月”"),
        (TWELVE, replace(TWELVE, vintage=Vintage.FINAL), "初步核算数→最终核实数"),
        (entry("B-02"), entry("B-02", vintage=Vintage.FINAL), ""),
        (
            replace(TWELVE, growth=the.figure("6.1")),
            replace(TWELVE, figure=the.figure("13"), growth=the.figure("6.5")),
            "本期12→13，同比6.1→6.5",
        ),
        (
            entry("P01-01", "开工", progress=the.figure("30")),
            entry("P01-01", "封顶", progress=the.figure("60")),
            "本期开工→封顶，形象进度30→60",
        ),
    ],
)
def test_each_part_that_differs_is_told(before, after, words):
    assert contrast(before, after) == words
