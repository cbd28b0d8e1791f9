"""Whatever the figures are, the status follows from the sentence alone, by pocket calculator."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.domain.completion import judge
from core.domain.indicator import EnteredAs, Nature
from tests import factory as the
from tests.core.domain.calculator import redone, shares_agree
from tests.core.domain.laws import law

RATE, POINT, RUNNING = Nature.RATE, Nature.POINT, Nature.RUNNING
years = st.integers(2021, 2024)
money = st.decimals("1", "2000", places=2)
counts = st.integers(0, 400)
rates = st.decimals("-5", "20", places=1)


def judged(item, figures, at):
    """The judgement of an indicator from texts by quarter."""
    entries = {the.quarter(when): the.entry(text, when) for when, text in figures.items()}
    return judge(the.plan(item), item, the.quarter(at), entries)


def holds(found):
    return redone(found.sentence) == found.status


@law
@given(money, money, money, years)
def test_a_level_of_money(base, target, actual, year):
    item = the.level(f"{target}", f"{base}")
    assert holds(judged(item, {f"{year}Q4": f"{actual}"}, f"{year}Q4"))


@law
@given(st.decimals("0.8", "1.2", places=3), years)
def test_just_beside_the_thresholds_nothing_is_rounded_across(near, year):
    due = Decimal("521.94") * (Decimal(750) / Decimal("521.94")) ** (Decimal(year - 2020) / 5)
    actual = Decimal("521.94") + near * (round(due, 2) - Decimal("521.94"))
    found = judged(the.level("750", "521.94"), {f"{year}Q4": f"{actual:.2f}"}, f"{year}Q4")
    assume(found.status != "提前实现")
    assert holds(found)
    assert shares_agree(found.sentence)


@law
@given(money, money, st.tuples(money, money, money), st.integers(1, 3))
def test_a_flow_within_its_year(base, target, actual, number):
    assume(target > base)
    figures = zip(("2022Q4", f"2022Q{number}", f"2023Q{number}"), actual, strict=True)
    known = {at: f"{each}" for at, each in figures}
    assert holds(judged(the.level(f"{target}", f"{base}"), known, f"2023Q{number}"))


@law
@given(st.booleans(), st.decimals("1", "9", places=2), st.decimals("1", "9", places=2),
       st.decimals("0", "12", places=2), years)  # fmt: skip
def test_a_rate_of_either_direction(falls, base, target, actual, year):
    item = the.level(f"{target}", f"{base}", unit="%", nature=RATE)
    item = the.lower(item) if falls else item
    assert holds(judged(item, {f"{year}Q4": f"{actual}"}, f"{year}Q4"))


@law
@given(st.integers(1, 400), st.lists(counts, min_size=1, max_size=4), st.integers(1, 4))
def test_a_sum_of_years(target, done, number):
    *full, last = done
    year = 2021 + len(full)
    figures = {f"{2021 + place}Q4": str(each) for place, each in enumerate(full)}
    figures[f"{year}Q{number}"] = str(last)
    found = judged(the.cumulative(str(target)), figures, f"{year}Q{number}")
    assert holds(found)


@law
@given(st.integers(1, 9), st.integers(0, 9), years, st.integers(1, 4))
def test_small_counts_along_the_plan(target, done, year, number):
    item = the.cumulative(str(target), EnteredAs.PLAN, nature=RUNNING, unit="家")
    at = f"{year}Q{number}"
    assume(at != "2025Q4")
    assert holds(judged(item, {at: str(done)}, at))


@law
@given(counts, st.integers(1, 400), counts, years, st.integers(1, 4))
def test_a_state_within_a_year(base, target, actual, year, number):
    item = the.level(str(target), str(base), nature=POINT, unit="张", decimals=0)
    at = f"{year}Q{number}"
    assert holds(judged(item, {at: str(actual)}, at))


@law
@given(st.decimals("1", "30", places=1), st.lists(st.decimals("0", "9", places=1), min_size=1,
       max_size=4))  # fmt: skip
def test_a_fall_that_compounds(target, falls):
    figures = {f"{2021 + place}Q4": f"{each}" for place, each in enumerate(falls)}
    assert holds(judged(the.reduction(f"{target}"), figures, f"{2020 + len(falls)}Q4"))


@law
@given(st.decimals("-3", "15", places=1), st.lists(rates, min_size=1, max_size=4),
       st.integers(1, 4))  # fmt: skip
def test_a_growth(target, grown, number):
    *full, last = grown
    figures = {f"{2021 + place}Q4": f"{each}" for place, each in enumerate(full)}
    at = f"{2021 + len(full)}Q{number}"
    assert holds(judged(the.growth(f"{target}"), {**figures, at: f"{last}"}, at))


@law
@given(st.decimals("1", "9", places=1), st.decimals("1", "9", places=2), st.booleans(), years)
def test_a_line_that_is_met_or_not(target, actual, about, year):
    item = the.control(f"{target}左右" if about else f"{target}以内")
    assert holds(judged(item, {f"{year}Q4": f"{actual}"}, f"{year}Q4"))


@pytest.mark.parametrize("text", ["0.95", "0.9499"])
def test_the_calculator_itself_can_fail(text):
    wrong = f"2023年实际{text}家，规划目标10家已完成{text}家，序时应完成1家，为序时的0.9倍（x）。"
    assert redone(wrong) == ("基本符合预期" if text == "0.95" else "略有滞后")
