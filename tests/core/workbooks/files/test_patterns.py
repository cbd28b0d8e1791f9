"""What number formats make of a number."""

import pytest

from core.workbooks.files.book import Look, Show
from core.workbooks.files.patterns import built_in, look


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("General", Look()),
        ("G/通用格式", Look()),
        ("@", Look()),
        ("", Look()),
        ("0", Look(places=0)),
        ("0.00####", Look(places=2)),
        ("#,##0.00", Look(places=2)),
        ('0.0"元"', Look(places=1)),
        ("0.00E+00", Look()),
        ("# ?/?", Look()),
        ("0%", Look(Show.PERCENT, 0)),
        ("0.00%;[Red]-0.00%", Look(Show.PERCENT, 2)),
        ('0.0"%"', Look(places=1)),
        (r"0.0\%", Look(places=1)),
        ("yyyy-mm-dd", Look(Show.DATE)),
        ("[$-804]yyyy年m月", Look(Show.DATE)),
        ("[h]:mm:ss", Look(Show.DATE)),
        ("[Red]0.0", Look(places=1)),
        ("[>100]0;0.0", Look(places=0)),
    ],
)
def test_a_format_is_told_apart(pattern, expected):
    assert look(pattern) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", Look()),
        ("2", Look(places=2)),
        ("10", Look(Show.PERCENT, 2)),
        ("14", Look(Show.DATE)),
        ("31", Look(Show.DATE)),
        ("49", Look()),
        ("164", Look(Show.UNKNOWN)),
        ("9" * 5000, Look(Show.UNKNOWN)),
        ("x", Look(Show.UNKNOWN)),
    ],
)
def test_a_format_that_is_only_numbered_is_known_below_164(number, expected):
    assert built_in(number) == expected
