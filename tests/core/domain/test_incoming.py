"""Files side by side: which contradict each other, and what becomes of each part that differs."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.cell import Column
from core.domain.changes import Choice, Way, compare
from core.domain.incoming import (
    Incoming,
    Match,
    Ruling,
    everywhere,
    paired,
    ranked,
    resolved,
)
from core.domain.issue import Severity
from core.domain.receipt import Doubt
from core.domain.returned import Finding, Slip, Verdict
from tests.core.domain.laws import law
from tests.forms import HALF, entry

FIGURE = ("B-01", Column.FIGURE)
KEEP, TAKE = Choice(Way.KEEP), Choice(Way.TAKE)


def file(digest, returned, *, stored="", sent="", **rest):
    """A file that says something of one figure."""
    three = ({"B-01": entry("B-01", text)} for text in (sent, stored, returned))
    matches = tuple(Match("产值", each) for each in compare(*three))
    whose = rest.pop("plan", "p"), rest.pop("department", "D05")
    slip = Slip(*whose, HALF, 1, "d", "r", "2024-07-01")
    return Incoming(Path(digest), f"{digest}.xlsx", digest, 1, slip, matches=matches, **rest)


def choices(files, **rulings):
    """What becomes of the figure in each file."""
    found = resolved(paired(files), rulings)
    return {digest: [each.choice for each in decided] for digest, decided in found.items()}


def rule(choice=None, **rest):
    return Ruling(choices={FIGURE: choice} if choice else {}, **rest)


def test_a_file_goes_in_unless_there_are_doubts_or_somebody_says_otherwise():
    plain, doubtful = file("a", "1"), file("b", "1", doubts=(Doubt.OLDER,))
    refused, unread = file("c", "1", refusal="本表已审核"), Incoming(Path("d"), "d.xlsx", "d")

    for each, usual in ((plain, True), (doubtful, False), (refused, False), (unread, False)):
        assert each.goes_in() is usual
        assert not each.goes_in(rule(goes_in=False))
    assert doubtful.goes_in(rule(goes_in=True))
    assert not refused.goes_in(rule(goes_in=True))


def test_a_file_without_a_form_in_it_is_unreadable_wherever_it_lies():
    unread = Incoming(Path("信.eml"), "a.xlsx", inside=(1, 0))
    assert (unread.verdict, unread.place) == (Verdict.UNREADABLE, (Path("信.eml"), (1, 0)))


@pytest.mark.parametrize(
    ("severity", "verdict"),
    [
        (Severity.BLOCKING, Verdict.DOUBTFUL),
        (Severity.EXPLAIN, Verdict.READY),
        (Severity.HINT, Verdict.READY),
    ],
)
def test_what_is_grave_makes_a_file_doubtful(severity, verdict):
    assert file("a", "1", issues=(Finding(severity, "", "看"),)).verdict is verdict


def test_files_that_say_the_same_or_nothing_do_not_contradict_each_other():
    same = paired((file("a", "1"), file("b", "1"), file("c", "")))
    assert [each.conflicts for each in same] == [(), (), ()]


def test_files_of_one_quarter_contradict_each_other_of_whatever_department():
    first, second, other = paired(
        (file("a", "1"), file("b", "2", department="D02"), file("c", "3", plan="q"))
    )
    assert [each.name for each in first.conflicts[0].rivals] == ["b.xlsx"]
    assert [each.text for each in second.conflicts[0].rivals] == ["1"]
    assert other.conflicts == ()


def test_a_file_that_left_a_figure_as_it_was_sent_contradicts_nobody():
    untouched = file("a", "5", sent="5", stored="6")
    changed = file("b", "7", sent="6", stored="6")
    assert [each.conflicts for each in paired((untouched, changed))] == [(), ()]


def test_what_is_barred_is_neither_decided_nor_a_contradiction():
    plain = file("a", "1")
    (match,) = plain.matches
    barred = Incoming(
        Path("b"), "b.xlsx", "b", 1, plain.slip,
        matches=(Match("产值", match.difference, barred="已由区统计局核定，不能改"),),
    )  # fmt: skip
    assert choices((plain, barred)) == {"a": [TAKE], "b": []}


def test_files_that_contradict_each_other_wait_for_a_decision():
    two = file("a", "1"), file("b", "2")

    assert choices(two) == {"a": [None], "b": [None]}
    assert choices(two, a=rule(TAKE)) == {"a": [TAKE], "b": [KEEP]}
    assert choices(two, a=rule(Choice(Way.WRITE, "3"))) == {
        "a": [Choice(Way.WRITE, "3")],
        "b": [KEEP],
    }
    assert choices(two, a=rule(KEEP)) == {"a": [KEEP], "b": [None]}
    assert choices(two, a=rule(KEEP), b=rule(TAKE)) == {"a": [KEEP], "b": [TAKE]}


def test_a_file_that_stays_out_is_no_obstacle():
    two = file("a", "1"), file("b", "2")
    assert choices(two, b=rule(goes_in=False)) == {"a": [TAKE]}


def test_the_same_is_chosen_for_all_conflicts_of_a_file_at_once():
    alone = file("a", "1", stored="2")
    first, _ = paired((alone, file("b", "3", stored="2")))

    assert everywhere(alone, Way.TAKE) == {FIGURE: TAKE}
    assert everywhere(alone, Way.KEEP) == {FIGURE: KEEP}
    assert everywhere(first, Way.TAKE) == {}
    assert everywhere(first, Way.KEEP) == {FIGURE: KEEP}
    assert everywhere(file("a", "1"), Way.TAKE) == {}


def test_what_a_person_has_to_decide_comes_first_of_whatever_kind():
    (taken,), (kept,) = file("a", "1").matches, file("b", "5", sent="5", stored="6").matches
    (both,) = file("c", "1", stored="2").matches
    barred, asked = replace(both, barred="已核定"), replace(taken, asked="像是日期")

    assert ranked((kept, barred, taken, asked, both)) == (both, asked, barred, taken, kept)


texts = st.sampled_from(("", "1", "2", "3"))
batches = st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4).map(
    lambda told: tuple(
        file(str(n), returned, stored=told[0][1], sent=sent)
        for n, (sent, _, returned) in enumerate(told)
    )
)


@law
@given(batches)
def test_to_contradict_is_mutual_and_pairing_again_changes_nothing(files):
    once = paired(files)
    rivals = {
        (each.sha256, rival.sha256) for each in once for m in each.matches for rival in m.rivals
    }
    assert rivals == {(other, one) for one, other in rivals}
    assert paired(once) == once


@law
@given(batches, st.dictionaries(st.sampled_from("0123"), st.sampled_from((KEEP, TAKE))))
def test_of_files_that_contradict_each_other_none_goes_in_unseen(files, said):
    rulings = {digest: rule(choice) for digest, choice in said.items()}
    found = resolved(paired(files), rulings)
    for digest, decided in found.items():
        for each in decided:
            taken = each.choice is not None and each.choice.way is Way.TAKE
            assert not (taken and each.match.conflict) or said.get(digest) == TAKE
