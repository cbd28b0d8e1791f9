"""节点 and 民生实事 are counted as they were reported."""

from dataclasses import replace

import pytest

from core.domain.completion import assess
from core.domain.plan import Section, SectionKind
from core.domain.submission import Entry
from core.reports.facts import Facts
from core.reports.narrative import milestones
from core.reports.narrative.account import Account
from tests import factory
from tests.core.reports.narrative.told import NAMES, lines

ROOT = Section("L", "", SectionKind.LIVELIHOOD, "民生实事")


def account(*nodes, sections=(factory.BOX,), section="X1", at="2023Q4"):
    """Milestones, each by its planned quarter and whether it is reached, in sections in turn."""
    when = factory.quarter(at)
    codes = [each.code for each in sections if each.parent or each is factory.BOX] or [section]
    made = tuple(
        replace(
            factory.milestone(f"P-{at:02}", codes[at % len(codes)]), name=NAMES[at], planned=planned
        )
        for at, (planned, _) in enumerate(nodes)
    )
    plan = factory.plan(milestones=made, sections=sections)
    entries = {
        each.code: {when: Entry(each.code, when, factory.figure("投用" if reached else "开工"))}
        for each, (_, reached) in zip(made, nodes, strict=True)
    }
    judged = assess(plan, when, entries, {})
    known = Facts(plan, when, entries, {each.code: each for each in judged})
    return Account(known, made, "工程", "项")


@pytest.mark.parametrize(
    ("nodes", "said"),
    [
        ([("2025Q4", False)], "1项，尚未达到节点；计划时间未到。"),
        ([("2025Q4", False)] * 2, "2项，均尚未达到节点；计划时间均未到。"),
        ([("2023Q2", True)], "1项，已达到节点；计划时间已到1项，没有未达到的。"),
        (
            [("2023Q2", True), ("2023Q4", False), ("2024Q1", True)],
            "3项，已达到节点2项；计划时间已到2项，其中未达到1项，是乙。",
        ),
    ],
)
def test_nodes(nodes, said):
    assert lines(milestones.nodes(account(*nodes))) == [f"以节点为目标的工程{said}"]


def test_without_nodes_nothing_is_said_of_them():
    assert list(milestones.nodes(account())) == []


def works(*nodes, count):
    """民生实事 whose rows are the milestones in turn."""
    sections = (
        ROOT,
        *(replace(ROOT, code=f"L{at}", parent="L", name=f"实事{NAMES[at]}") for at in range(count)),
    )
    return account(*nodes, sections=sections)


@pytest.mark.parametrize(
    ("nodes", "count", "said"),
    [
        ([("2025Q4", True)], 1, "1件，已完成。"),
        ([("2025Q4", True)] * 2, 2, "2件，均已完成。"),
        ([("2025Q4", False)], 1, "1件，尚未完成：实事甲（1项中完成0项）。"),
        (
            [("2025Q4", False)] * 2,
            2,
            "2件，均尚未完成：实事甲（1项中完成0项）和实事乙（1项中完成0项）。",
        ),
        (
            [("2025Q4", True), ("2025Q4", True), ("2025Q4", False)],
            2,
            "2件，已完成1件，是实事乙；尚未完成1件，是实事甲（2项中完成1项）。",
        ),
    ],
)  # fmt: skip
def test_livelihood(nodes, count, said):
    assert lines(milestones.livelihood(works(*nodes, count=count))) == [f"民生实事{said}"]


def test_one_of_which_only_some_rows_are_told_is_left_out():
    whole = works(("2025Q4", True), ("2025Q4", True), count=1)
    assert list(milestones.livelihood(whole.only(whole.items[:1]))) == []
