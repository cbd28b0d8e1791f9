"""The office enters bases that the plan does not print."""

import pytest

from core.domain.past import plan_as_of
from core.errors import EditError
from core.services.planning import bases, planning
from tests import factory as the
from tests.core.memory import MemoryStore


@pytest.fixture
def office():
    made = MemoryStore()
    with made.writing() as work:
        work.plans.add(the.plan(the.level("750"), the.level("8", code="B-02", name="劳动生产率")))
    return made


def start(store, code):
    plan = plan_as_of(planning.load(store, "p"), the.quarter("2021Q1"))
    found = plan.find(code)
    assert found is not None
    return found.start


def test_bases_are_stored_as_they_were_meant_and_stand_on_record(office):
    bases.fill(office, "p", {"B-01": "５２１.９４", "B-02": "6.3"}, "2020年统计年鉴")

    assert [str(start(office, code)) for code in ("B-01", "B-02")] == ["521.94", "6.3"]
    with office.reading() as work:
        events = work.changes.events("p", "规划")
    assert [event.code for event in events] == ["B-01", "B-02"]
    assert "2020年统计年鉴" in events[0].after


def test_of_bases_that_cannot_all_be_read_none_is_stored(office):
    with pytest.raises(EditError) as refused:
        bases.fill(office, "p", {"B-01": "521.94", "B-02": "约五百", "B-09": "1"}, "年鉴")

    assert "B-02：“约五百”不是" in str(refused.value)
    assert "B-09：规划里已经没有这项指标" in str(refused.value)
    assert "基期都没有保存" in str(refused.value)
    assert start(office, "B-01") is None
