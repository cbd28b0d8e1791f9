"""The end of a chain of changes, as a backup carries it."""

from core.domain.backup import Head


def test_a_chain_without_a_change_has_no_head():
    assert (str(Head()), str(Head(3, "ab"))) == ("", "3:ab")
