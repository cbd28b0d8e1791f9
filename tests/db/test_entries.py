"""Figures keep every character."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing
from core.domain.vintage import Vintage
from db.engine import open_store
from tests.db.factories import AT, FORM, plan

PLAN = plan().code
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3).map(lambda d: f"{d:f}")
CELLS = st.sampled_from(("0.7:34.4:64.9", "3-5", "[21.4]", "年均8.6", "六", "100%", "保持稳定"))
FIGURES = st.builds(Figure.parse, NUMBERS | CELLS)
ENTRIES = st.builds(
    Entry,
    st.sampled_from(("B-01", "B-02", "P01-01", "P01-02")),
    st.builds(Quarter, st.integers(1949, 2100), st.integers(1, 4)),
    st.none() | FIGURES,
    st.none() | st.sampled_from(Missing),
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.sampled_from(Vintage),
    st.none() | FIGURES,
    st.none() | FIGURES,
)


def says(entry):
    """What is told of an entry that says anything: the texts of its figures, for 1.0 and 1.00."""
    blank = entry.empty and entry.vintage is Vintage.PRELIMINARY
    return None if blank else (entry, entry.text, str(entry.growth), str(entry.progress))


@settings(deadline=None, max_examples=25)
@given(st.lists(ENTRIES, max_size=6))
def test_entries_come_back_as_they_were_saved(entries):
    store = open_store("sqlite://")
    with store.writing() as work:
        work.plans.add(plan())
        work.entries.save(PLAN, entries, FORM, AT)
    last = {(each.code, each.quarter): each for each in entries}
    with store.reading() as work:
        stored = {(each.code, each.quarter): each for each in work.entries.of(PLAN)}
    assert {k: says(v) for k, v in stored.items() if says(v)} == {
        k: says(v) for k, v in last.items() if says(v)
    }
    assert store.problems() == ()
    store.engine.dispose()
