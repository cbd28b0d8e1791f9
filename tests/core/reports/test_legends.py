"""Notes under tables: what is alike is told together, and one alone is not said to be among."""

from core.domain.indicator import Binding
from core.reports import legends
from tests.core.reports.narrative import told


def test_overrides_on_the_same_grounds_stand_in_one_clause():
    facts = told.facts(["略有滞后", "基本符合预期", "略有滞后"])
    (said,) = legends.decided(facts, facts.plan.indicators)
    assert said == (
        "甲和丙按规则为缺数，改判为略有滞后，乙按规则为缺数，改判为基本符合预期：会议纪要（张三）"
    )


def test_of_many_overrides_the_first_are_named_with_their_number():
    facts = told.facts(["略有滞后"] * 9)
    (said,) = legends.decided(facts, facts.plan.indicators)
    assert said.startswith("甲、乙、丙、丁、戊、己、庚、辛等9个按规则为缺数，改判为略有滞后：")


def test_one_row_alone_is_not_among_itself():
    facts = told.facts(["略有滞后", "基本符合预期"])
    first, *_ = facts.plan.indicators
    assert first.binding is not Binding.BINDING
    assert legends.counts(facts, [first]) == "共1个指标，为略有滞后"
    assert legends.counts(facts, facts.plan.indicators).endswith(
        "，其中基本符合预期1个、略有滞后1个"
    )
