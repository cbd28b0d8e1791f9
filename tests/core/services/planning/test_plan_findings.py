"""What the page 规划与指标 looks up besides the plan."""

from core.domain.submission import Origin
from core.services.planning import plan_findings
from tests import factory as the
from tests import forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, entry

BY = Origin("填报", "张三")
SHARE = forms.own("B-06", "研发强度", "3", unit="%", formula="[B-02] / [B-01] * 100")
AGAIN = forms.own("B-07", "研发强度（专栏）", same_source="B-06")
PLAN = forms.plan(forms.INDUSTRY, forms.RESEARCH, SHARE, AGAIN)


def office(*entries):
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(PLAN)
        work.entries.save("p", entries, BY, "2024-07-02T12:00:00+08:00")
    return store


def test_what_was_reported_or_computed_is_found_under_its_source():
    store = office(entry("B-01", "200"), entry("B-02", "5"))
    assert plan_findings.past(store, PLAN, "B-02")[HALF].text == "5"
    assert plan_findings.past(store, PLAN, "B-07")[HALF].text == "2.50"
    assert plan_findings.past(store, PLAN, "B-99") == {}


def test_a_plan_is_held_against_itself_and_its_results():
    loose = the.plan(the.indicator("500", "521.94", "7.8"))
    found = plan_findings.inconsistencies(office(), loose)
    assert [each.kind.label for each in found] == ["增长与目标不合", "目标松于基期"]
