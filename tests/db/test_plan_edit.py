"""An edited plan comes back as it was edited, and nothing is written that did not change."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from core.domain.dated import BaseRevision, Definition
from core.domain.figure import Figure
from core.domain.indicator import Duty
from core.domain.issue import Rule, Severity
from core.domain.period import Quarter
from core.domain.plan import Dictionary
from core.domain.scale import Scale
from core.domain.target import AnnualTarget, QuarterlyTarget, Target, TargetRevision
from db.engine import open_store
from tests.db.factories import indicator, milestone, plan
from tests.db.files import planned_file
from tests.db.full import full_plan


def several(values):
    return st.lists(values, max_size=3).map(tuple)


def some(*values):
    return several(st.sampled_from(values)).map(lambda chosen: tuple(dict.fromkeys(chosen)))


WORDS = st.sampled_from(("", "按常住人口计算", "“×”"))
FIGURES = st.sampled_from(("1", "1.0", "1.00", "[8.6]", "六", "保持稳定")).map(Figure.parse)
DAYS = st.none() | st.sampled_from((date(2021, 5, 11), date(2024, 1, 1)))
DUTIES = st.builds(Duty, st.sampled_from(("", "D01")), some("D01", "D02"), st.just("D02"))
TARGETS = st.builds(Target, st.none() | FIGURES)
INDICATORS = st.builds(
    indicator,
    st.sampled_from(("B-01", "B-02", "A-09", "P01-01")),
    st.sampled_from(("T1", "X1")),
    name=WORDS,
    formula=WORDS,
    duty=DUTIES,
    target=TARGETS,
    base=st.none() | FIGURES,
    delay=st.integers(0, 2),
    revisions=several(st.builds(TargetRevision, TARGETS, WORDS, DAYS)),
    annual_targets=several(st.builds(AnnualTarget, st.integers(2021, 2025), FIGURES)),
    quarterly_targets=several(st.builds(QuarterlyTarget, st.just(Quarter(2021, 1)), FIGURES)),
    definitions=several(st.builds(Definition, WORDS, DAYS)),
    base_revisions=several(st.builds(BaseRevision, FIGURES, WORDS, DAYS)),
)
MILESTONES = st.builds(milestone, st.sampled_from(("P01-00", "M-1")), duty=DUTIES)
RULES = st.builds(
    Rule,
    st.sampled_from(("R1", "R2")),
    st.sampled_from(Severity),
    WORDS,
    WORDS,
    st.sampled_from(("0.03", "0.030")).map(Decimal),
)


SCALES = st.builds(
    Scale,
    st.sampled_from(("提前实现", "优")),
    from_on=st.sampled_from(("0.9", "0.90")).map(Decimal),
)


def by_code(values):
    return st.lists(values, max_size=4, unique_by=lambda each: each.code).map(tuple)


PLANS = st.builds(
    plan,
    title=WORDS,
    indicators=by_code(INDICATORS),
    milestones=by_code(MILESTONES),
    rules=by_code(RULES),
    sections=st.permutations(plan().sections).map(tuple),
    departments=st.permutations(plan().departments).map(tuple),
    monitoring=SCALES,
    midterm=SCALES,
    dictionary=st.builds(Dictionary, floor=st.none() | st.just(Decimal("0.90"))),
    notes=several(WORDS),
)


@settings(deadline=None, max_examples=25)
@given(st.lists(PLANS, min_size=1, max_size=3))
def test_whatever_is_edited_comes_back(editions):
    store = open_store("sqlite://")
    with store.writing() as work:
        work.plans.add(full_plan())
    for edited in editions:
        with store.writing() as work:
            work.plans.replace(edited)
        with store.reading() as work:
            assert repr(work.plans.get(edited.code)) == repr(edited)  # 1.0 is not 1.00 there
    assert store.problems() == ()
    store.engine.dispose()


@pytest.fixture
def written(file):
    """A store and the statements that it writes with, together with how many rows."""
    store, seen = planned_file(file, full_plan()), []

    def see(_connection, _cursor, statement, parameters, _context, executemany):
        if found := re.match(r"(INSERT|UPDATE|DELETE)(?: INTO| FROM)? (\w+)", statement):
            seen.append((*found.groups(), len(parameters) if executemany else 1))

    event.listen(store.engine, "before_cursor_execute", see)
    return store, seen


def edit(store, edited):
    with store.writing() as work:
        work.plans.replace(edited)
    with store.reading() as work:
        assert work.plans.get(edited.code) == edited


def test_an_edit_that_changes_nothing_writes_nothing(written):
    store, seen = written
    edit(store, full_plan())
    assert seen == []


def test_only_what_differs_is_written(written):
    store, seen = written
    first, *rest = full_plan().indicators
    first = replace(first, annual_targets=first.annual_targets[1:], name="改名")
    edit(store, replace(full_plan(), indicators=(first, *rest)))
    assert seen == [
        ("UPDATE", "items", 1),
        ("UPDATE", "annual_targets", 1),
        ("DELETE", "annual_targets", 1),
    ]


def test_a_threshold_is_written_alone(written):
    store, seen = written
    edit(store, replace(full_plan(), midterm=replace(full_plan().midterm, about=Decimal("0.03"))))
    assert seen == [("UPDATE", "scales", 1)]
