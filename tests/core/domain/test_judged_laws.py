"""Laws of the judgement before a plan's end."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.domain.aims.trajectory import annual_target
from core.domain.indicator import EnteredAs, Nature
from core.domain.judging.judgement import Grade
from core.domain.judging.verdict import UNDER_WAY
from tests import factory as the
from tests.core.domain.laws import law
from tests.core.domain.worked import judged

amounts = st.decimals(-1_000, 10_000, places=2)
quarters = st.sampled_from([f"{year}Q{n}" for year in range(2021, 2026) for n in range(1, 5)][:-1])
natures = st.sampled_from(Nature)
ENDS = st.tuples(amounts, amounts)


def rank(grade):
    """How good a grade is; greys have none."""
    return -1 if grade is None else -UNDER_WAY.index(grade)


def graded(item, number, at):
    """The grade of one figure."""
    return judged(item, {at: f"{number:f}"}, at).grade


def level(ends, nature, *, lower=False):
    """A level from a base to a target."""
    base, target = ends
    item = the.level(f"{target:f}", f"{base:f}", nature=nature)
    return the.lower(item) if lower else item


@law
@given(ENDS, natures, quarters, amounts, amounts)
def test_more_never_looks_worse_where_higher_is_better(ends, nature, at, one, other):
    item = level(ends, nature)
    low, high = (rank(graded(item, number, at)) for number in sorted((one, other)))
    assert low <= high


@law
@given(ENDS, natures, quarters, amounts, amounts)
def test_less_never_looks_worse_where_lower_is_better(ends, nature, at, one, other):
    item = level(ends, nature, lower=True)
    high, low = (rank(graded(item, number, at)) for number in sorted((one, other)))
    assert low <= high


@law
@given(ENDS, natures, st.integers(2021, 2024), st.booleans(), st.integers(0, 4))
def test_exactly_on_the_way_is_never_behind(ends, nature, year, lower, decimals):
    base, target = ends
    item = the.level(f"{target:f}", f"{base:f}", nature=nature, decimals=max(decimals, 2))
    item = the.lower(item) if lower else item
    asked = annual_target(the.plan(item), item, year)
    assert asked is not None
    assert graded(item, asked.figure.value, f"{year}Q4") not in (Grade.BEHIND, Grade.FAR)


@law
@given(ENDS, st.sampled_from([Nature.POINT, Nature.RUNNING]), quarters, st.integers(0, 2))
def test_what_is_asked_is_enough_in_every_quarter(ends, nature, at, decimals):
    base, target = (round(each, decimals) for each in ends)
    item = the.level(f"{target:f}", f"{base:f}", nature=nature, decimals=decimals)
    asked = judged(item, {at: "0"}, at).overall.asked
    assert graded(item, asked, at) not in (Grade.BEHIND, Grade.FAR)


@law
@given(st.lists(st.integers(0, 60), min_size=1, max_size=4), st.randoms())
def test_the_order_of_entry_does_not_matter(parts, shuffled):
    figures = {f"{2021 + at}Q4": str(part) for at, part in enumerate(parts)}
    mixed = list(figures.items())
    shuffled.shuffle(mixed)
    at = f"{2020 + len(parts)}Q4"
    for item in (the.cumulative("100"), the.reduction("20"), the.growth("7.5")):
        assert judged(item, dict(mixed), at).judged.decisive == (
            judged(item, figures, at).judged.decisive
        )


@law
@given(st.integers(1, 300), st.integers(0, 300), quarters)
def test_a_running_sum_needs_no_more_than_its_parts(whole, done, at):
    """当年数 of the first year and 规划累计数 are judged alike."""
    parts = the.cumulative(str(whole))
    running = the.cumulative(str(whole), EnteredAs.PLAN, nature=Nature.RUNNING)
    first = f"2021{at[4:]}"
    assert graded(parts, Decimal(done), first) == graded(running, Decimal(done), first)
