"""A clerk enters a quarter; what can be read is stored, what cannot is refused by name."""

import pytest

from core.domain.indicator import Frequency
from core.domain.issue import Severity
from core.domain.period import Quarter
from core.domain.submission import Origin
from core.errors import NotFoundError, UsageError
from core.services import assessment, entry, provenance
from tests import factory as the
from tests.core.memory import MemoryStore

BY = Origin(through="命令行填报", by="张三")
END_2023 = Quarter(2023, 4)


@pytest.fixture(params=["memory", "sqlite"])
def office(request, store):
    """A store with a plan of three indicators, in memory and in SQLite."""
    chosen = MemoryStore() if request.param == "memory" else store
    items = (
        the.level("750", "521.94"),
        the.structure("1:34:65", code="B-12", name="三产比例"),
        the.level("3", code="B-08", name="研发投入占比", unit="%", frequency=Frequency.ANNUAL),
        the.level("3", code="P02-01", name="研发投入", unit="%", section="X1", same_source="B-08"),
    )
    with chosen.writing() as work:
        work.plans.add(the.plan(*items, departments=(the.STATISTICS,)))
    return chosen


def entered(office, at=END_2023, **texts):
    codes = {code.replace("_", "-"): text for code, text in texts.items()}
    return entry.enter(office, "p", at, codes, BY)


def test_a_figure_is_stored_and_says_where_it_came_from(office):
    assert entered(office, B_01="631.20").saved == ("B-01",)
    trace = provenance.trace(office, "p", "B-01", END_2023)
    assert trace.entry is not None
    assert trace.entry.text == "631.20"
    assert trace.last is not None
    assert (trace.last.before, trace.last.after, trace.last.origin) == ("", "631.20", BY)


def test_a_conversion_is_taken_and_told(office):
    result = entered(office, B_01="5219400万")
    (issue,) = result.issues
    assert (issue.severity, issue.message) == (
        Severity.HINT,
        "“地区生产总值”：“5219400万”读作521.94亿元，请确认",
    )
    assert not result.refused


def test_2000_wan_are_a_fifth_of_one_yi(office):
    result = entered(office, B_01="2000万")
    reworded, scale = result.issues
    assert reworded.message == "“地区生产总值”：“2000万”读作0.2亿元，请确认"
    assert (scale.check, scale.severity) == ("scale", Severity.EXPLAIN)
    assert assessment.collect(office, "p").entries["B-01"][END_2023].text == "0.2"


@pytest.mark.parametrize(
    ("code", "text", "message"),
    [
        ("B-01", "①", "“地区生产总值”：“①”不是可以识别的数，未保存"),
        ("B-01", "无", "“地区生产总值”：“无”表示没有数，请选择缺数原因，未保存"),
        ("B-01", "稳定", "“地区生产总值”应填数，现为“稳定”，请改填；没有数时清空后选缺数原因"),
        ("B-01", "一百", "“地区生产总值”应填数，现为“一百”，请改填；没有数时清空后选缺数原因"),
        ("B-12", "65", "“三产比例”应填0.7:34.4:64.9样的比例，现为“65”，请改填"),
        ("B-99", "1", "规划“p”中没有指标“B-99”"),
    ],
)
def test_what_is_refused_is_named_while_the_rest_is_stored(office, code, text, message):
    result = entry.enter(office, "p", END_2023, {code: text, "B-08": "2.1"}, BY)
    assert result.saved == ("B-08",)
    assert result.refused
    assert message in [issue.message for issue in result.issues]


def test_nothing_is_written_when_all_is_refused(office):
    assert entered(office, B_01="abc").saved == ()
    assert provenance.trace(office, "p", "B-01", END_2023).changes == ()


def test_a_figure_asked_for_twice_is_entered_once_under_its_source(office):
    assert entered(office, P02_01="2.1%").saved == ("B-08",)
    assert provenance.trace(office, "p", "P02-01", END_2023).last is not None


@pytest.mark.parametrize("codes", [("B-08", "P02-01"), ("P02-01", "B-08")])
def test_a_second_other_figure_of_the_same_source_is_refused(office, codes):
    result = entry.enter(office, "p", END_2023, dict(zip(codes, ("2", "2.5"), strict=True)), BY)
    assert (result.saved, result.refused) == (("B-08",), True)
    assert [(issue.code, issue.found) for issue in result.issues] == [("B-08", "2.5")]
    assert "先填的“2”已保存，“2.5”未保存" in result.issues[0].message
    trace = provenance.trace(office, "p", "B-08", END_2023)
    assert [change.after for change in trace.changes] == ["2"]


def test_the_same_figure_under_both_codes_is_stored_once(office):
    result = entry.enter(office, "p", END_2023, {"B-08": "2", "P02-01": "2"}, BY)
    assert (result.saved, result.issues) == (("B-08",), ())


def test_more_decimals_than_are_published_are_stored_with_a_hint(office):
    result = entered(office, B_01="631.205")
    assert result.saved == ("B-01",)
    (issue,) = result.issues
    assert issue.severity is Severity.HINT
    assert issue.message == "“地区生产总值”公布2位小数，现为“631.205”，请核对位数"


def test_a_structure_takes_a_ratio(office):
    result = entered(office, B_12="0.7:34.4:64.9")
    assert (result.saved, result.issues) == (("B-12",), ())


def test_a_quarter_in_which_nothing_is_due_is_stored_with_a_hint(office):
    result = entered(office, at=Quarter(2023, 1), B_08="2.1")
    assert result.saved == ("B-08",)
    assert [issue.severity for issue in result.issues] == [Severity.HINT]


def test_the_same_figure_again_records_no_change(office):
    for text in ("631.20", "631.20", "631.2"):
        entered(office, B_01=text)
    changes = provenance.trace(office, "p", "B-01", END_2023).changes
    assert [change.after for change in changes] == ["631.20", "631.2"]


def test_an_unknown_plan_is_answered_with_the_known_ones(office):
    with pytest.raises(NotFoundError, match=r"没有规划“q”，现有：.*p"):
        entry.enter(office, "q", END_2023, {"B-01": "1"}, BY)


def test_without_a_plan_nothing_is_known():
    with pytest.raises(NotFoundError, match="现有：无"):
        assessment.collect(MemoryStore(), "q")


def test_a_quarter_outside_the_plan_is_refused(office):
    with pytest.raises(UsageError, match="报告期2020Q4不在““十四五”规划”的2021Q1至2025Q4之内"):
        entered(office, at=Quarter(2020, 4), B_01="1")


@pytest.mark.parametrize("ask", [assessment.collect, entry.enter, provenance.trace])
def test_every_service_refuses_unknown_plans_and_quarters(office, ask):
    def asked(plan, quarter):
        given = {
            assessment.collect: (plan, quarter),
            entry.enter: (plan, quarter, {}, BY),
            provenance.trace: (plan, "B-01", quarter),
        }
        return ask(office, *given[ask])

    with pytest.raises(NotFoundError, match="没有规划“q”"):
        asked("q", END_2023)
    with pytest.raises(UsageError, match="报告期2026Q1不在"):
        asked("p", Quarter(2026, 1))


def test_a_judgement_stands_on_the_quarters_up_to_its_own(office):
    for year, text in ((2022, "560"), (2023, "631.20"), (2024, "700")):
        entered(office, at=Quarter(year, 4), B_01=text)
    facts = assessment.collect(office, "p", END_2023)
    assert facts.as_of == END_2023
    assert [each.text for each in facts.entries["B-01"].values()] == ["560", "631.20"]
    assert assessment.collect(office, "p").as_of == Quarter(2025, 4)


def test_an_unknown_indicator_has_no_trace(office):
    with pytest.raises(NotFoundError, match="没有指标“B-99”"):
        provenance.trace(office, "p", "B-99", END_2023)


def test_what_was_never_entered_has_an_empty_trace(office):
    trace = provenance.trace(office, "p", "B-01", END_2023)
    assert (trace.entry, trace.last) == (None, None)


def test_a_figure_beside_its_formula_is_taken_and_asked_about(store):
    items = (
        the.level("750", "521.94"),
        the.level("3", code="B-08", name="研发经费"),
        the.level("3", code="B-09", name="研发强度", unit="%", formula="[B-08] / [B-01] * 100"),
    )
    with store.writing() as work:
        work.plans.add(the.plan(*items, departments=(the.STATISTICS,)))
    entered(store, B_01="600")
    result = entered(store, B_08="15", B_09="2.6")
    assert result.saved == ("B-08", "B-09")
    assert [each.check for each in result.issues if each.code == "B-09"] == ["calculated"]
    assert entered(store, B_09="2.50").issues == ()

    facts = assessment.collect(store, "p", END_2023)
    assert facts.entries["B-09"][END_2023].text == "2.50"
    assert entered(store, at=Quarter(2022, 4), B_01="500", B_08="10").saved
    before = assessment.collect(store, "p", Quarter(2022, 4))
    assert before.entries["B-09"][Quarter(2022, 4)].text == "2.00"
