"""民生实事 are counted by item: ten of the shipped report, each done only when all its rows are."""

import pytest

import resources
from core.domain.completion import assess
from core.domain.livelihood import summary, tallies
from core.domain.submission import Decision, Entry
from core.plans.folder import load
from tests import factory as the

PLAN = load(resources.path("plans", "ganzhou-2024")).plan
ITEMS = ("L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10")


def counted(at="2024Q4", decided=None, **texts):
    """The items of the shipped report as of a quarter, given figures by row: L014="开工"."""
    given = {f"W24-{row}": text for row, text in texts.items()}
    when = the.quarter(at)
    entries = {code: {when: Entry(code, when, the.figure(text))} for code, text in given.items()}
    decisions = {each.code: each for each in decided or ()}
    return {each.section: each for each in tallies(PLAN, assess(PLAN, when, entries, decisions))}


def decision(row, status, at="2024Q4"):
    return Decision(f"W24-{row}", the.quarter(at), status, "现场核实", "督查室")


def test_ten_items_are_counted_and_not_their_twenty_one_rows():
    found = counted()
    assert tuple(found) == ITEMS
    assert sum(len(each.rows) for each in found.values()) == 21
    assert summary(found.values()) == "民生实事10件，已完成0件"


def test_an_item_is_done_when_all_its_rows_are():
    found = counted(L001="27", L002="1.2", L003="5.1", L010="5")
    assert found["L01"].done
    assert found["L01"].words == "已完成"
    assert found["L01"].finished == ("W24-L001", "W24-L002", "W24-L003")
    assert not found["L05"].done
    assert found["L05"].words == "2项中完成1项"
    assert summary(found.values()) == "民生实事10件，已完成1件"


def test_a_row_that_is_nearly_done_is_not_done():
    assert counted(L001="26.9", L002="1.2", L003="5.1")["L01"].words == "3项中完成2项"


def test_within_the_year_a_target_that_is_met_is_done():
    found = counted("2024Q2", L013="3000", L012="完工")
    assert found["L06"].done
    assert not counted("2024Q2", L013="1500", L012="完工")["L06"].done


def test_figures_and_milestones_stand_in_printed_order():
    assert counted()["L07"].rows == ("W24-L014", "W24-L015", "W24-L016")


def test_a_node_reached_counts_by_itself():
    found = counted("2024Q3", L014="开工", L015="7", L016="760")
    assert found["L07"].done


@pytest.mark.parametrize(("status", "done"), [("全面完成", True), ("未完成", False)])
def test_a_persons_word_counts_before_the_rule(status, done):
    texts = {"L001": "20" if done else "27", "L002": "1.2", "L003": "5.1"}
    found = counted(decided=[decision("L001", status)], **texts)
    assert found["L01"].done is done


def test_a_person_may_say_before_the_end_that_an_item_is_reached():
    given = [decision("L010", "提前实现", "2024Q2")]
    assert counted("2024Q2", decided=given)["L05"].finished == ("W24-L010",)


def test_a_plan_without_such_items_has_none():
    assert tallies(the.plan(the.level("750")), ()) == ()
    assert summary(()) == ""


def test_a_row_that_nobody_judged_is_not_done():
    assert tallies(PLAN, ())[0].finished == ()
