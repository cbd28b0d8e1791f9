"""What a department reported of one item."""

from dataclasses import replace

import pytest

from core.domain.submission import Missing
from tests import factory as the

NOTHING = the.entry("")


@pytest.mark.parametrize(
    ("entry", "empty"),
    [
        (NOTHING, True),
        (the.entry("0"), False),
        (replace(NOTHING, missing=Missing.UNCOUNTED), False),
        (replace(NOTHING, explanation="尚在核实"), False),
    ],
)
def test_an_entry_is_empty_when_nothing_at_all_was_reported(entry, empty):
    assert entry.empty is empty
