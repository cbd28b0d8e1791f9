"""What reports draw on beyond figures: lights, forms, sources, and the office that signs."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.domain.judging.judgement import Light
from core.domain.profile import Profile, Role
from core.domain.submission import Entry, Origin, Signature, State, Submission
from core.progress import finish
from core.reports import catalogue
from core.reports.catalogue import Need
from core.reports.prose import Prose, Signing
from core.services import profiles
from core.services.reports import gathering, reporting
from core.services.reports.reporting import Request
from tests import factory as the
from tests.core.memory import MemoryStore

Q3 = the.quarter("2024Q3")
WHEN = "2024-10-16T09:00:00+08:00"


@pytest.fixture(params=["memory", "sqlite"])
def desk(request, store):
    """A store in which 区统计局 has handed in one figure, in memory and in SQLite."""
    chosen = MemoryStore() if request.param == "memory" else store
    origin = Origin("填报表入库", "张三", "回表.xlsx", "ab" * 32, "填报表", "J5")
    signature = Signature("张三", "李四", "王五", "8320", date(2024, 10, 25))
    with chosen.writing() as work:
        work.plans.add(the.plan(the.level("750", "521.94"), departments=(the.STATISTICS,)))
        work.entries.save("p", [Entry("B-01", Q3, the.figure("480"))], origin, WHEN)
        work.submissions.save("p", Submission("D02", Q3, State.SUBMITTED, signature, WHEN, 1))
    return chosen


def be(store, role):
    profiles.save(store, Profile(role, "张三", "", {"章贡区": "D02"}))


def gathered(store, *needs):
    return finish(gathering.gather(store, "p", Q3, needs, date(2024, 10, 30))).facts


def test_only_what_a_report_asks_for_is_collected(desk):
    plain = gathered(desk)
    assert (plain.lights, plain.standings, plain.changes) == (None, (), {})
    assert plain.signatures == {}
    full = gathered(desk, *Need)
    assert len(full.lights.quarters) == 15
    assert len(full.standings) == 15
    assert [each.after for each in full.changes["B-01"]] == ["480"]
    assert full.signatures["D02"].head == "王五"


def test_what_turned_since_the_quarter_before_takes_two_quarters_and_says_the_same(desk):
    two, every = gathered(desk, Need.TURNS), gathered(desk, Need.LIGHTS)
    assert [str(each) for each in two.lights.quarters] == ["2024Q2", "2024Q3"]
    said, more = (catalogue.kind("quarterly").build(each).parts[0] for each in (two, every))
    assert said == more
    assert isinstance(said, Prose)
    assert "与2024年上半年相比，灯色没有变化（首次判断1个不列）。" in [
        each.text for each in said.paragraphs
    ]


def test_a_department_s_report_is_signed_by_those_who_signed_its_form(desk):
    made = reporting.content(desk, Request("department", "p", Q3, "D02"))
    (signing,) = [part for part in made.parts if isinstance(part, Signing)]
    assert signing.fields == (
        "填表人：张三", "审核人：李四", "负责人：王五", "单位（盖章）：章贡区统计局",
        "日期：2024年10月25日",
    )  # fmt: skip


def test_a_form_that_went_back_is_signed_by_nobody(desk):
    with desk.writing() as work:
        (form,) = work.submissions.of("p", Q3)
        work.submissions.save("p", replace(form, state=State.FILLING))
    assert gathered(desk, Need.SIGNATURES).signatures == {}


def test_the_office_that_puts_the_figures_together_signs(desk):
    assert gathered(desk).office == ""
    be(desk, Role.DEPARTMENT)
    assert gathered(desk).office == ""
    be(desk, Role.OFFICE)
    assert gathered(desk).office == "D02"


def test_a_notice_is_written_from_the_forms_that_are_stored(desk):
    be(desk, Role.OFFICE)
    made: Any = reporting.content(desk, Request("submissions", "p", Q3))
    (signing,) = [part for part in made.parts if isinstance(part, Signing)]
    assert signing.office == "章贡区统计局"
    assert any("区统计局（迟报4天）" in each.text for each in made.parts[0].paragraphs)


def test_sources_are_written_from_the_chain_of_changes(desk):
    (table,) = reporting.content(desk, Request("trace", "p", Q3)).tables
    assert [cell.text for cell in table.rows[1].cells] == [
        "地区生产总值（亿元）", "480", "填报表入库", "回表.xlsx", "填报表", "J5", "abababababab",
        "张三", "2024年10月16日\n09:00",
    ]  # fmt: skip


def test_lights_are_written_from_what_was_reported(desk):
    (board,) = reporting.content(desk, Request("heatmap", "p", Q3)).tables
    assert len(board.rows[1].cells) == 16
    assert [cell.light for cell in board.rows[1].cells][-2:] == [Light.GREY, Light.YELLOW]
