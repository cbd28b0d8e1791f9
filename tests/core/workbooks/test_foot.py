"""The foot of a form: who signs, and when."""

from datetime import date

import pytest

from core.domain.returned import Place
from core.workbooks.files.book import Kind, Look, Show, Stored
from core.workbooks.foot import signatory
from core.workbooks.search.arrived import Cell

PLACE = Place("填报表", "G10")


def signed(**cells):
    """What a foot with some cells says."""
    return signatory({name: Cell(PLACE, stored) for name, stored in cells.items()})


@pytest.mark.parametrize("text", ["2024-07-10", "2024年7月10日", "2024.7.10", "2024/7/10"])
def test_a_day_may_be_written_in_any_usual_way(text):
    assert signed(on=Stored(text))[0].on == date(2024, 7, 10)


def test_a_day_may_be_a_date():
    stored = Stored("45483", Kind.NUMBER, Look(Show.DATE), shown="2024-07-10 08:00")
    assert signed(on=stored)[0].on == date(2024, 7, 10)


@pytest.mark.parametrize(
    "stored",
    [
        Stored("月底"),
        Stored("2024-07-10、2024-07-11"),
        Stored("60", Kind.NUMBER, Look(Show.DATE), shown="1900-02-29"),
    ],
)
def test_a_day_that_cannot_be_read_is_told(stored):
    found, (finding,) = signed(on=stored)
    assert found.on is None
    assert "报出日期" in finding.message
    assert finding.place == PLACE


def test_what_is_no_name_is_none():
    found, findings = signed(head=Stored("#REF!", Kind.ERROR), phone=Stored("123", Kind.NUMBER))
    assert (found.head, found.phone, findings) == ("", "123", ())
