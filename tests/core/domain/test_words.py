"""Every word has a code for the program and a wording for people."""

import pytest

from core.domain.indicator import (
    Binding,
    Direction,
    EnteredAs,
    Frequency,
    GrowthKind,
    Measure,
    Nature,
    Node,
)
from core.domain.issue import Severity
from core.domain.judging.judgement import Light
from core.domain.plan import SectionKind
from core.domain.submission import Missing
from core.domain.target import TargetState
from core.domain.vintage import Vintage

VOCABULARIES = [
    Binding, Direction, EnteredAs, Frequency, GrowthKind, Light, Measure, Missing, Nature, Node,
    SectionKind, Severity, TargetState, Vintage,
]  # fmt: skip


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_a_word_is_found_by_its_code_and_by_its_wording(vocabulary):
    assert [vocabulary(str(word)) for word in vocabulary] == list(vocabulary)
    by_wording = {word.label: word for word in vocabulary}
    assert list(by_wording.values()) == list(vocabulary)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_no_word_is_without_a_wording(vocabulary):
    assert all(word.label.strip() for word in vocabulary)


def test_plans_speak_of_eight_measures():
    assert [measure.label for measure in Measure] == [
        "水平", "增速", "累计", "累计降幅", "逐年", "控制线", "保持", "结构",
    ]  # fmt: skip


def test_a_missing_figure_has_one_of_five_reasons():
    assert [reason.label for reason in Missing] == [
        "未统计", "未到发布期", "不适用", "不公开", "待核实",
    ]  # fmt: skip
