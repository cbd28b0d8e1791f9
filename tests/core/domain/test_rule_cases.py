"""附表1 of the shipped plan: what the printed statuses say, and what the rule suggests."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

import resources
from core.domain.completion import assess
from core.plans.folder import load

with (Path(__file__).parents[2] / "data" / "rule_cases.csv").open(encoding="utf-8-sig") as file:
    PRINTED = {row["code"]: row for row in csv.DictReader(file)}
DECIDED_BY_PEOPLE = {"A1-20", "A1-21", "A1-26", "A1-28", "A1-29", "A1-32"}
WITHOUT_WAY = {"A1-13", "A1-17", "A1-28", "A1-35", "A1-36"}  # looser than the base, or kept
WITHOUT_SHARE = {"A1-33", "A1-34"}  # judged by its revised target; zero of zero


def judgements():
    loaded = load(resources.path("plans", "zhanggong-2016-2020"))
    entries = {each.code: {each.quarter: each} for each in loaded.entries}
    decisions = {each.code: each for each in loaded.decisions}
    judged = assess(loaded.plan, loaded.plan.end, entries, decisions)
    return {each.code: each for each in judged}


JUDGED = judgements()


@pytest.mark.parametrize("code", PRINTED)
def test_the_printed_status_is_kept(code):
    assert JUDGED[code].status == PRINTED[code]["status_printed"]


@pytest.mark.parametrize("code", sorted(PRINTED.keys() - DECIDED_BY_PEOPLE))
def test_the_rule_suggests_what_was_printed(code):
    assert JUDGED[code].suggested == PRINTED[code]["status_printed"]


def test_33_of_39_suggestions_agree_and_six_are_a_persons_decision():
    assert {code for code, each in JUDGED.items() if each.overridden} == DECIDED_BY_PEOPLE
    assert len(PRINTED) - len(DECIDED_BY_PEOPLE) == 33


@pytest.mark.parametrize(
    "code",
    [
        code
        for code, row in PRINTED.items()
        if row["completion_ratio"] and code not in WITHOUT_SHARE
    ],
)
def test_the_share_of_the_target_is_the_one_worked_out_by_hand(code):
    share = JUDGED[code].completion
    assert share is not None
    assert abs(share - Decimal(PRINTED[code]["completion_ratio"])) <= Decimal("0.00005")


@pytest.mark.parametrize("code", [c for c, row in PRINTED.items() if row["progress_since_2015"]])
def test_the_way_from_the_base_is_the_one_worked_out_by_hand(code):
    progress = JUDGED[code].progress
    if code in WITHOUT_WAY:
        assert progress is None
    else:
        assert progress is not None
        assert abs(progress - Decimal(PRINTED[code]["progress_since_2015"])) <= Decimal("0.0005")
