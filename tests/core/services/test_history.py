"""The judgement of every quarter, each by what held and was known then."""

from dataclasses import replace
from datetime import date
from unittest.mock import Mock

import pytest

from core.domain.explaining import explanation
from core.domain.indicator import Frequency, Nature
from core.domain.judging.judgement import Light
from core.domain.submission import Decision, Origin
from core.domain.target import TargetRevision
from core.errors import NotFoundError, UsageError
from core.progress import finish
from core.services import history
from tests import factory as the
from tests.core.memory import MemoryStore

AT = "2026-11-23T09:00:00+08:00"


def revised(item, to, on):
    """The item with a target that holds from a day on."""
    return replace(item, revisions=(TargetRevision(the.target(to), "调整", on),))


@pytest.fixture
def make():
    """Put a plan with figures and decisions into a store."""

    def made(*items, entries=(), decisions=()):
        store = MemoryStore()
        with store.writing() as work:
            work.plans.add(the.plan(*items, milestones=(the.milestone(),)))
            work.entries.save("p", entries, Origin("填报", "张三"), AT)
            work.decisions.save("p", decisions)
        return store

    return made


def row(store, until="2025Q4", code="B-01"):
    found = history.history(store, "p", the.quarter(until)).row(code)
    assert found
    return found


def lights(store, until="2025Q4", code="B-01"):
    return [each.light for each in row(store, until, code).assessments]


def test_a_quarter_is_judged_by_the_figures_and_the_target_of_its_time(make):
    item = the.control("35", frequency=Frequency.ANNUAL)
    entries = [the.entry("30", f"{year}Q4") for year in (2021, 2022, 2023)]
    store = make(revised(item, "25", date(2022, 6, 1)), entries=entries)
    found = dict(zip(the.plan().quarters, lights(store, "2023Q4"), strict=False))
    assert found[the.quarter("2021Q1")] is Light.GREY
    assert found[the.quarter("2021Q4")] is Light.GREEN
    assert found[the.quarter("2022Q4")] is Light.RED
    turn = row(store, "2023Q4").turns[1]
    assert turn.sentence.startswith("2022年上半年由绿转红：")


def test_a_decision_holds_for_its_own_quarter(make):
    item = the.control("35", frequency=Frequency.ANNUAL)
    entries = [the.entry("40", "2021Q4"), the.entry("40", "2022Q4")]
    decided = Decision("B-01", the.quarter("2021Q4"), "基本符合预期", "赣市府〔2022〕1号", "张三")
    store = make(item, entries=entries, decisions=[decided])
    assert lights(store, "2022Q4")[3] is Light.GREEN
    assert lights(store, "2022Q4")[7] is Light.RED


def test_what_is_under_another_code_is_judged_by_its_figures(make):
    item = the.control("35", frequency=Frequency.ANNUAL)
    twin = replace(item, code="P1", same_source="B-01")
    store = make(item, twin, entries=[the.entry("30", "2021Q4")])
    assert lights(store, "2021Q4", "P1")[-1] is Light.GREEN
    assert row(store, "2021Q4", "P1").entries


def test_all_is_read_at_once_and_no_sentence_is_made(make, monkeypatch):
    store = make(the.level("750", "521.94"), entries=[the.entry("600", "2022Q4")])
    reading = Mock(side_effect=store.reading)
    monkeypatch.setattr(store, "reading", reading)
    monkeypatch.setattr(explanation, "sentence", lambda *_: pytest.fail("a sentence"))
    found = history.history(store, "p", the.quarter())
    assert (reading.call_count, len(found.quarters), len(found.rows)) == (1, 20, 2)


def test_only_the_items_wanted_are_judged(make):
    store = make(the.level("750"), the.level("10", code="B-02"))
    found = history.history(store, "p", the.quarter("2022Q1"), ["B-02", "P01-01"])
    assert [row.item.code for row in found.rows] == ["B-02", "P01-01"]
    assert len(found.plan.indicators) == 2


def test_each_quarter_is_a_step_that_can_be_the_last(make):
    job = history.follow(make(the.level("750")), "p", the.quarter("2021Q2"))
    assert [step.words for step in job] == [
        "正在判断2021年一季度的完成情况",
        "正在判断2021年上半年的完成情况",
    ]


def test_what_is_not_there_is_said(make):
    store = make(the.level("750"))
    with pytest.raises(NotFoundError):
        history.history(store, "x", the.quarter())
    with pytest.raises(UsageError):
        history.history(store, "p", the.quarter("2026Q1"))


@pytest.mark.parametrize("first", ["2021Q4", "2023Q4"])
def test_two_quarters_alone_tell_the_same_change_as_the_whole_way(first):
    plan = the.plan(the.level("120", "100", unit="张", nature=Nature.POINT, decimals=0))
    code, last = plan.indicators[0].code, the.quarter("2023Q4")
    every = [each for each in plan.quarters if each <= last]
    figures = {each: the.entry("105", f"{each}") for each in map(the.quarter, (first, "2023Q4"))}
    silent = {each: the.entry("", f"{each}") for each in every if f"{each}" == "2023Q3"}
    known = {code: figures | silent}
    whole, two = (finish(history.judged(plan, of, known, {})) for of in (every, every[-2:]))

    turns = [each.rows[0].turn(len(each.quarters) - 1) for each in (whole, two)]
    assert turns[0] == turns[1]
    assert turns[1]
    assert turns[1].first == (first == "2023Q4")
