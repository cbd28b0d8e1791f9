"""Three ways: what was sent, what stands now, what came back; and what people make of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.cell import Column, alike
from core.domain.changes import (
    Choice,
    Side,
    Way,
    apply,
    chosen,
    compare,
    told,
)
from core.domain.figure import Figure, Words
from core.domain.submission import Entry, Missing
from core.domain.vintage import Vintage
from core.errors import FigureError
from tests import factory as the
from tests.core.domain.laws import law
from tests.forms import BRIDGE, HALF, INDUSTRY, RESEARCH, entry

ITEMS = {each.code: each for each in (INDUSTRY, RESEARCH, BRIDGE)}
FIGURE, EXPLANATION = ("B-01", Column.FIGURE), ("B-01", Column.EXPLANATION)


def of(*entries):
    return {each.code: each for each in entries}


def compared(sent, stored, returned):
    """The differences of one figure, given as texts or entries; None is nothing at all."""
    given = (
        entry("B-01", each) if isinstance(each, str) else each for each in (sent, stored, returned)
    )
    return compare(*({} if each is None else of(each) for each in given))


def sides(*three):
    return {each.column: each.side for each in compared(*three)}


@pytest.mark.parametrize(
    ("sent", "stored", "returned", "side"),
    [
        ("300", "300", "300", None),
        ("300", "300", "301", Side.RETURNED),
        ("300", "301", "300", Side.STORED),
        ("300", "301", "301", None),
        ("300", "301", "302", Side.BOTH),
        ("300", None, "302", Side.BOTH),
        (None, None, "302", Side.RETURNED),
        (None, None, "", None),
        ("300", "300", "", Side.RETURNED),
        ("300", "301", "", Side.BOTH),
        ("300", "", "", None),
        ("12.5", "12.5", "12.50", Side.RETURNED),
        ("12", "12.5", "12.50", None),
        ("六", "保持稳定", "六", Side.STORED),
    ],
)
def test_who_changed_a_figure_decides_what_it_is(sent, stored, returned, side):
    assert sides(sent, stored, returned) == ({Column.FIGURE: side} if side else {})


def test_a_figure_and_the_reason_why_there_is_none_are_one_part():
    late, none = (
        entry("B-01", missing=Missing.UNPUBLISHED),
        entry("B-01", missing=Missing.UNCOUNTED),
    )

    assert sides("300", "300", none) == {Column.FIGURE: Side.RETURNED}
    assert sides("300", "301", none) == {Column.FIGURE: Side.BOTH}
    assert sides(late, "301", none) == {Column.FIGURE: Side.BOTH}
    assert sides("300", none, none) == {}


def test_parts_of_one_entry_are_compared_apart():
    sent = entry("B-01", "300", growth=the.figure("6.1"))
    stored = replace(sent, explanation="受汛期影响")
    returned = replace(sent, growth=the.figure("6.2"), explanation="受疫情影响")

    assert sides(sent, stored, returned) == {
        Column.GROWTH: Side.RETURNED,
        Column.EXPLANATION: Side.BOTH,
    }


def test_what_did_not_come_back_is_not_compared():
    assert compare(of(entry("B-01", "300")), of(entry("B-01", "301")), {}) == ()


def test_a_difference_shows_its_three_texts():
    both = entry("B-01", "302", missing=Missing.UNCOUNTED)
    (found,) = compared("300", entry("B-01", missing=Missing.WITHHELD), both)

    assert (found.spot, found.conflict) == (FIGURE, True)
    assert found.texts == ("300", "不公开", "302（未统计）")
    assert told(both, Column.EXPLANATION) == ""


def merged(differences, choices=None, stored=None):
    first = differences[0].stored
    return apply(of(stored or first), differences, choices or {}, ITEMS)


def test_what_only_the_workbook_changed_is_taken_and_what_only_the_office_changed_stays():
    assert merged(compared("300", "300", "301")) == of(entry("B-01", "301"))
    assert merged(compared("300", "301", "300")) == {}


def test_a_conflict_stays_as_it_is_stored_until_somebody_decides():
    found = compared("300", "301", "302")

    assert chosen(found[0], {}) is None
    assert merged(found) == {}
    assert merged(found, {FIGURE: Choice(Way.KEEP)}) == {}
    assert merged(found, {FIGURE: Choice(Way.TAKE)}) == of(entry("B-01", "302"))


def test_what_only_one_side_changed_can_be_decided_otherwise():
    assert merged(compared("300", "300", "301"), {FIGURE: Choice(Way.KEEP)}) == {}
    taken = merged(compared("300", "301", "300"), {FIGURE: Choice(Way.TAKE)})
    assert taken == of(entry("B-01", "300"))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("３０３", entry("B-01", "303")),
        ("2000万", entry("B-01", "0.2")),
        ("", entry("B-01")),
        ("未到发布期", entry("B-01", missing=Missing.UNPUBLISHED)),
    ],
)
def test_another_figure_is_written_as_it_would_be_typed(text, made):
    stored = entry("B-01", missing=Missing.UNCOUNTED)
    assert merged(compared("300", stored, "302"), {FIGURE: Choice(Way.WRITE, text)}) == of(made)


def test_other_words_are_written_as_they_would_be_typed():
    stored = entry("B-01", "300", explanation="一")
    found = compared("300", stored, replace(stored, explanation="二"))
    written = merged(found, {EXPLANATION: Choice(Way.WRITE, "一、二\n三")})

    assert written == of(replace(stored, explanation="一、二 三"))


def test_what_cannot_be_read_is_refused_by_name():
    with pytest.raises(FigureError, match="“12吨”"):
        merged(compared("300", "301", "302"), {FIGURE: Choice(Way.WRITE, "12吨")})


def test_the_nature_of_the_data_is_not_what_a_workbook_says():
    stored = entry("B-01", "300", vintage=Vintage.FINAL)
    assert merged(compared("300", stored, "301"))["B-01"].vintage is Vintage.FINAL


figures = st.sampled_from(("1", "1.0", "2", "六", "保持稳定")).map(Figure.parse) | st.none()
numbers = st.sampled_from(("5", "5.0", "6")).map(Figure.parse) | st.none()
TURNED = {Side.BOTH: Side.BOTH, Side.RETURNED: Side.STORED, Side.STORED: Side.RETURNED}
CODES = ("B-01", "B-02", "P01-01")
entries = st.builds(
    Entry,
    st.just(""),
    st.just(HALF),
    figures,
    st.sampled_from((None, Missing.UNCOUNTED, Missing.UNPUBLISHED)),
    st.sampled_from(("", "一", "二")),
    st.sampled_from(Vintage),
    numbers,
    numbers,
)
forms = st.dictionaries(st.sampled_from(CODES), entries).map(
    lambda found: {code: replace(each, code=code) for code, each in found.items()}
)


def everywhere(differences, way):
    return {each.spot: Choice(way) for each in differences}


def conflicts(differences, way):
    return everywhere([each for each in differences if each.conflict], way)


def same_numbers(one, other):
    """Whether two whole forms say the same, 5 and 5.0 being one number."""
    return all(one[code] == replace(other[code], vintage=one[code].vintage) for code in CODES)


def came(differences):
    """The parts that differ, and what came back in them."""
    return [(*each.spot, each.texts[2]) for each in differences]


def stood(made, code):
    return made.get(code, Entry(code, HALF, None))


def whole(some):
    """A form in which every row has its entry."""
    return {code: stood(some, code) for code in CODES}


def same(one, other):
    """Whether two whole forms say the same to the character, but for the nature of the data."""
    return all(alike(one[code], replace(other[code], vintage=one[code].vintage)) for code in CODES)


@law
@given(forms, forms, forms)
def test_taking_all_gives_what_came_back_and_keeping_all_what_stood(sent, stored, returned):
    found = compare(sent, stored, returned)
    taken = apply(stored, found, everywhere(found, Way.TAKE), ITEMS)
    again = compare(sent, stored | taken, returned)

    assert again == ()
    assert all(told(stood(taken, each), part) == words for each, part, words in came(found))
    assert apply(stored, found, everywhere(found, Way.KEEP), ITEMS) == {}


@law
@given(forms, forms, forms)
def test_merging_twice_changes_nothing_more(sent, stored, returned):
    found = compare(sent, stored, returned)
    choices = conflicts(found, Way.TAKE)
    once = stored | apply(stored, found, choices, ITEMS)
    again = compare(sent, once, returned)

    assert {each.side for each in again} <= {Side.STORED}
    assert apply(once, again, choices, ITEMS) == {}


@law
@given(forms, forms)
def test_what_was_not_touched_on_one_side_comes_from_the_other(sent, other):
    sent, other = whole(sent), whole(other)

    there = compare(sent, sent, other)
    assert {each.side for each in there} <= {Side.RETURNED}
    assert same(sent | apply(sent, there, {}, ITEMS), other)

    here = compare(sent, other, sent)
    assert {each.side for each in here} <= {Side.STORED}
    assert apply(other, here, {}, ITEMS) == {}


@law
@given(forms, forms, forms)
def test_both_sides_see_the_same_differences(sent, one, other):
    one, other = whole(one), whole(other)
    here, there = compare(sent, one, other), compare(sent, other, one)

    assert [(each.spot, TURNED[each.side]) for each in here] == [
        (each.spot, each.side) for each in there
    ]
    if not conflicts(here, Way.KEEP):
        ours, theirs = apply(one, here, {}, ITEMS), apply(other, there, {}, ITEMS)
        assert same_numbers(one | ours, other | theirs)


@law
@given(forms, forms, forms)
def test_conflicts_and_nothing_else_wait_for_a_decision(sent, stored, returned):
    found = compare(sent, stored, returned)

    assert all((chosen(each, {}) is None) == each.conflict for each in found)
    assert all(chosen(each, conflicts(found, Way.KEEP)) for each in found)


def test_words_of_a_node_are_compared_as_words():
    begun = entry("P01-01", "开工")
    (found,) = compare({}, of(begun), of(replace(begun, figure=Figure(Words("完工")))))
    assert found.texts == ("", "开工", "完工")
