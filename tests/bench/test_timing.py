"""The bench measures fairly: in turns, medians, and the bare side draws what the report prints."""

import pytest
from pypdfium2 import PdfDocument

from tests.bench import bare, reports
from tests.bench.timing import Medians, compare, timed


def clock(name, seconds, log):
    """A clock that says when it was asked, and then these seconds one by one."""
    left = iter(seconds)

    def told():
        log.append(name)
        return next(left)

    return told


def printed(pdf):
    """Give the text of a PDF's pages."""
    document = PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_both_sides_take_turns():
    log: list[str] = []
    compare(clock("ours", [1] * 4, log), clock("theirs", [1] * 4, log), 3)
    assert log == ["ours", "theirs"] * 4


def test_medians_are_compared_and_the_first_round_is_not_counted():
    ours, theirs = clock("ours", [99, 4, 60, 6], []), clock("theirs", [99, 1, 2, 50], [])
    found = compare(ours, theirs, 3)
    assert found == Medians(6, 2)
    assert found.ratio == 3


def test_an_act_is_done_once_each_time():
    log = []
    assert timed(lambda: log.append("done"))() >= 0
    assert log == ["done"]


@pytest.mark.parametrize("rows", [41, 100])
def test_the_bare_side_draws_the_same_strings_at_the_same_places(tmp_path, rows):
    facts = reports.longer(reports.facts(tmp_path), rows)
    pages = bare.record(reports.content(facts))
    assert printed(bare.drawn(pages)) == printed(reports.made(facts))
    assert all(page.lines for page in pages)
