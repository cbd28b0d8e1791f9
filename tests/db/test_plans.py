"""What plans of one region share, and that the shipped ones fit whole."""

import pytest

import resources
from core.domain.department import Department
from core.domain.submission import Entry
from core.plans.folder import load
from tests.db.factories import AT, FORM, REFORM, STATISTICS, plan
from tests.db.files import planned_file, rows

SHIPPED = ("zhanggong-2016-2020", "zhanggong-2021-2025", "ganzhou-2024")


def test_departments_of_a_region_are_stored_once(file):
    planned_file(file, plan("p"), plan("q", departments=(STATISTICS, REFORM)))
    planned_file(file, plan("city", region="赣州市"))
    shared = rows(file, "SELECT region, code FROM departments ORDER BY id")
    assert shared[:2] == [("章贡区", "D01"), ("章贡区", "D02")]
    assert shared[2:] == [("赣州市", "D01"), ("赣州市", "D02")]


def test_each_plan_keeps_its_own_name_for_a_department(file):
    renamed = Department("D01", "区发改局", "区发展改革局", "政府部门", "2024年更名")
    store = planned_file(file, plan("p"), plan("q", departments=(renamed,)))
    with store.reading() as work:
        earlier, later = work.plans.get("p"), work.plans.get("q")
    assert earlier.departments == (REFORM, STATISTICS)
    assert later.departments == (renamed,)


@pytest.mark.parametrize("code", SHIPPED)
def test_a_shipped_plan_comes_back_with_its_results_as_it_was_loaded(file, code):
    loaded = load(resources.path("plans", code))
    store = planned_file(file, loaded.plan)
    with store.writing() as work:
        work.entries.save(code, loaded.entries, FORM, AT)
        work.decisions.save(code, loaded.decisions)
    said = {each for each in loaded.entries if each != Entry(each.code, each.quarter, None)}
    with store.reading() as work:
        assert work.plans.get(code) == loaded.plan
        assert set(work.entries.of(code)) == said
        assert set(work.decisions.of(code, loaded.plan.end)) == set(loaded.decisions)
    assert store.problems() == ()


def test_the_shipped_plans_fit_beside_each_other(file):
    plans = [load(resources.path("plans", code)).plan for code in SHIPPED]
    with planned_file(file, *plans).reading() as work:
        listed = [
            (each.indicators, each.targets, each.milestones) for each in work.plans.summaries()
        ]
        assert [work.plans.get(each.code) for each in plans] == plans
    assert listed == [(41, 0, 0), (33, 314, 127), (11, 81, 12)]
