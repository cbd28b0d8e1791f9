"""What every store does, in memory or in a file."""

from contextlib import suppress

import pytest

from core.domain.figure import Figure
from core.domain.submission import Missing, Origin
from core.domain.vintage import Vintage
from core.errors import NotFoundError
from tests.db.factories import (
    AT,
    END,
    FORM,
    decision,
    entry,
    plan,
    quarter,
)

PLAN = plan().code


def save(store, *entries, origin=FORM, at=AT):
    with store.writing() as work:
        work.entries.save(PLAN, entries, origin, at)


def entries_of(store, *quarters):
    with store.reading() as work:
        return work.entries.of(PLAN, *quarters)


def changes_of(store, code="B-01", at=END):
    with store.reading() as work:
        return work.changes.of(PLAN, code, at)


def test_entries_come_by_code_and_quarter(planned):
    late, early = entry("B-01", "2025Q4"), entry("B-01", "2024Q1", "六")
    other = entry("B-02", "2021Q1", "", missing=Missing.UNCOUNTED, explanation="无此统计")
    save(planned, other, late, early)
    assert entries_of(planned) == (early, late, other)


def test_entries_of_some_quarters(planned):
    some = [entry(at=f"2025Q{n}", text=str(n)) for n in (1, 2, 3)]
    save(planned, *some)
    assert entries_of(planned, [quarter("2025Q1"), quarter("2025Q3")]) == (some[0], some[2])
    assert entries_of(planned, iter([quarter("2025Q2")])) == (some[1],)
    assert entries_of(planned, []) == ()


def test_entries_of_some_codes(planned):
    some = [entry(code, at) for code in ("B-01", "B-02", "P01-01") for at in ("2025Q3", "2025Q4")]
    save(planned, *some)
    assert entries_of(planned, None, ["P01-01", "B-01"]) == (*some[:2], *some[4:])
    assert entries_of(planned, [END], iter(["B-02"])) == (some[3],)
    assert entries_of(planned, [END], []) == ()


def test_what_was_reported_is_known_by_quarter(planned):
    save(planned, entry(), entry("B-02", text="", missing=Missing.UNCOUNTED))
    save(planned, entry("B-02", "2025Q3"), entry("P01-02", text="", explanation="待核实"))
    save(planned, entry("P01-01", "2025Q2"), entry("P01-01", "2025Q2", ""))
    with planned.reading() as work:
        assert work.entries.reported(PLAN) == {
            END: {"B-01", "B-02"},
            quarter("2025Q3"): {"B-02"},
        }


def test_an_unknown_plan_has_no_figures(store):
    with store.reading() as work:
        assert work.entries.of("p") == ()
        assert work.entries.reported("p") == {}
        assert work.entries.texts("p") == {}
        assert work.decisions.of("p", END) == ()
        assert work.changes.of("p", "B-01", END) == ()


def test_a_milestone_takes_entries_too(planned):
    save(planned, entry("P01-01", text="80"))
    assert entries_of(planned) == (entry("P01-01", text="80"),)


def test_every_change_is_recorded_with_where_it_came_from(planned):
    book = Origin("来件", "李四", "区统计局.xlsx", "ab" * 32, "填报表", "F12")
    save(planned, entry(text="12.50"))
    save(planned, entry(text="13左右"), origin=book, at="2026-11-24T10:00:00+08:00")
    first, second = changes_of(planned)
    assert (first.before, first.after, first.origin, first.at) == ("", "12.50", FORM, AT)
    assert (second.before, second.after, second.origin) == ("12.50", "13左右", book)
    assert (second.code, second.quarter, second.at) == ("B-01", END, "2026-11-24T10:00:00+08:00")


def test_figures_taken_together_each_say_where_they_came_from(planned):
    books = [Origin("来件", "李四", f"{n}.xlsx", "ab" * 32, "填报表", f"J{n}") for n in (5, 6, 7)]
    given = [entry(text="1"), entry("B-02", text="2"), entry(text="3")]
    with planned.writing() as work:
        work.entries.take(PLAN, zip(given, books, strict=True), AT)

    assert [(each.after, each.origin) for each in changes_of(planned)] == [
        ("1", books[0]),
        ("3", books[2]),
    ]
    assert changes_of(planned, "B-02")[0].origin == books[1]
    assert planned.problems() == ()


def test_an_equal_figure_changes_nothing(planned):
    given = entry(explanation="按常住人口", vintage=Vintage.FINAL)
    save(planned, given)
    save(planned, given)
    assert len(changes_of(planned)) == 1


def test_another_writing_of_the_same_number_is_a_change(planned):
    save(planned, entry(text="1.0"))
    save(planned, entry(text="1.00"))
    assert entries_of(planned)[0].text == "1.00"
    assert [change.after for change in changes_of(planned)] == ["1.0", "1.00"]


@pytest.mark.parametrize("field", ["growth", "progress"])
def test_another_writing_of_a_number_beside_the_figure_is_a_change(planned, field):
    for text in ("5.0", "5.00"):
        save(planned, entry(**{field: Figure.parse(text)}))
    assert str(getattr(entries_of(planned)[0], field)) == "5.00"
    assert [str(getattr(each.entry, field)) for each in changes_of(planned)] == ["5.0", "5.00"]


@pytest.mark.parametrize(
    "given",
    [
        entry(explanation="受汛期影响"),
        entry(vintage=Vintage.CENSUS),
        entry(text="", missing=Missing.UNPUBLISHED),
        entry(text=""),
        entry(growth=Figure.parse("5.30")),
        entry(text="开工", progress=Figure.parse("35")),
    ],
)
def test_whatever_an_entry_says_is_stored_and_recorded(planned, given):
    save(planned, entry())
    save(planned, given)
    assert entries_of(planned) == (given,)
    assert [change.after for change in changes_of(planned)] == ["12.50", given.text]
    assert [change.entry for change in changes_of(planned)] == [entry(), given]


def test_an_empty_entry_where_nothing_stands_stores_nothing(planned):
    save(planned, entry(text=""))
    assert entries_of(planned) == ()
    assert changes_of(planned) == ()


def test_one_figure_twice_in_one_save_is_two_changes(planned):
    save(planned, entry(text="1"), entry(text="2"), entry(text="2"))
    assert [(change.before, change.after) for change in changes_of(planned)] == [
        ("", "1"),
        ("1", "2"),
    ]
    assert entries_of(planned) == (entry(text="2"),)


def test_changes_belong_to_one_figure(planned):
    save(planned, entry("B-01"), entry("B-02"), entry("B-01", "2025Q3"))
    assert len(changes_of(planned)) == 1
    assert changes_of(planned, "B-03") == ()


def test_an_entry_that_the_plan_does_not_know_is_refused_with_all_beside_it(planned):
    with pytest.raises(NotFoundError, match="Z-99"):
        save(planned, entry(), entry("Z-99"))
    assert entries_of(planned) == ()


def test_a_decision_that_the_plan_does_not_know_is_refused_with_all_beside_it(planned):
    with pytest.raises(NotFoundError, match="Z-99"), planned.writing() as work:
        work.decisions.save(PLAN, [decision(), decision("Z-99")])
    with planned.reading() as work:
        assert work.decisions.of(PLAN, END) == ()


def test_nothing_is_saved_under_an_unknown_plan(store):
    with pytest.raises(NotFoundError, match="“p”"), store.writing() as work:
        work.entries.save("p", [entry()], FORM, AT)
    with pytest.raises(NotFoundError, match="“p”"), store.writing() as work:
        work.decisions.save("p", [decision()])


def test_texts_are_the_figures_by_code_and_quarter(planned):
    save(planned, entry(text="20.90"), entry("B-02", text="六"), entry("P01-02", text=""))
    save(planned, entry("B-02", "2025Q3", "", missing=Missing.UNCOUNTED))
    with planned.reading() as work:
        assert work.entries.texts(PLAN) == {
            ("B-01", "2025Q4"): "20.90",
            ("B-02", "2025Q4"): "六",
        }


def test_one_decision_per_indicator_and_quarter_stands(planned):
    with planned.writing() as work:
        work.decisions.save(PLAN, [decision("B-02"), decision("B-01"), decision(at="2024Q4")])
        work.decisions.save(PLAN, [decision(status="未完成"), decision(status="提前完成")])
        work.decisions.save(PLAN, [])
    with planned.reading() as work:
        assert work.decisions.of(PLAN, END) == (decision(status="提前完成"), decision("B-02"))
        assert work.decisions.of(PLAN, quarter("2024Q4")) == (decision(at="2024Q4"),)


def test_plans_keep_their_figures_apart(planned):
    with planned.writing() as work:
        work.plans.add(plan("q"))
        work.entries.save("q", [entry(text="7")], FORM, AT)
        work.decisions.save("q", [decision()])
    save(planned, entry(text="8"))
    with planned.reading() as work:
        assert work.entries.of("q") == (entry(text="7"),)
        assert work.entries.texts(PLAN) == {("B-01", "2025Q4"): "8"}
        assert work.decisions.of(PLAN, END) == ()
        assert [change.after for change in work.changes.of("q", "B-01", END)] == ["7"]


def test_an_exception_takes_everything_back(planned):
    save(planned, entry(text="1"))
    with suppress(ZeroDivisionError), planned.writing() as work:
        work.entries.save(PLAN, [entry(text="2")], FORM, AT)
        work.plans.add(plan("q"))
        raise ZeroDivisionError
    assert entries_of(planned) == (entry(text="1"),)
    assert len(changes_of(planned)) == 1
    with planned.reading() as work:
        assert work.plans.get("q") is None


def test_reading_leaves_nothing_behind(planned):
    with planned.reading() as work:
        work.entries.save(PLAN, [entry()], FORM, AT)
    assert entries_of(planned) == ()


def test_a_store_in_order_has_no_problems(planned):
    save(planned, entry(text="1"), entry("B-02", text="2"))
    save(planned, entry(text="3", explanation="“×”\x00\n😀"))
    assert planned.problems() == ()
    assert entries_of(planned)[0].figure == Figure.parse("3")
