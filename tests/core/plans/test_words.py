"""The words and thresholds of the years before the end: in the plan file and on the plan's card."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.scale import Scale
from core.errors import EditError
from core.plans import cards, edits
from core.plans.cards import Card, Thing
from core.plans.differences import Difference, differences
from core.plans.folder import load, write
from tests.core.plans.factory import contents, only_fault, put, with_cell

OWN = Scale(
    *("很好", "好", "可以", "慢", "很慢"),
    *map(Decimal, ("1.20", "1", "0.8", "1", "0", "-0.5", "0")),
)


def scaled(table="monitoring", **keys):
    """The files with a table of a phase in which some keys are given."""
    lines = "".join(f"{name} = {value}\n" for name, value in keys.items())
    files = contents()
    files["plan.toml"] += f"\n[{table}]\n{lines}".encode()
    return files


@pytest.fixture
def plan(tmp_path):
    return load(put(contents(), tmp_path / "p")).plan


def typed(plan, **texts):
    """The plan with other texts on its card."""
    before = cards.card(plan, Thing.PLAN)
    named = {name.replace("_", "·"): text for name, text in texts.items()}
    return edits.put(plan, Thing.PLAN, 0, Card({**before.cells, **named}, before.lists))


def refused(plan, **texts):
    with pytest.raises(EditError) as raised:
        typed(plan, **texts)
    (flaw,) = raised.value.flaws
    return flaw.name, flaw.sentence


def test_a_plan_file_that_says_nothing_of_the_years_before_has_the_program_s_words(plan):
    assert plan.monitoring == plan.midterm == Scale()


def test_what_one_phase_leaves_out_is_the_program_s_and_the_other_phase_is_untouched(tmp_path):
    files = scaled("midterm", ahead='"进度较快"', from_on="0.9", points_behind="-2")
    plan = load(put(files, tmp_path / "p")).plan
    own = Scale(ahead="进度较快", from_on=Decimal("0.9"), points_behind=Decimal(-2))
    assert plan.midterm == own
    assert plan.monitoring == Scale()


def test_words_and_thresholds_are_written_always_and_come_back_as_printed(tmp_path):
    loaded = load(put(contents(), tmp_path / "old"))
    plan = replace(loaded.plan, monitoring=OWN)
    write(replace(loaded, plan=plan), tmp_path / "new")
    returned = load(tmp_path / "new").plan
    assert (returned.monitoring, returned.midterm) == (OWN, Scale())
    assert str(returned.monitoring.from_ahead) == "1.20"
    text = (tmp_path / "new" / "plan.toml").read_text(encoding="utf-8")
    assert "[monitoring]  # 年度监测用词和下限\n" in text
    assert "# 快于预期下限：进度与序时之比\nfrom_ahead = 1.20\n" in text


@pytest.mark.parametrize(
    ("keys", "found", "expected"),
    [
        ({"from_on": '"九成"'}, "九成", "0至1的数，最多四位小数"),
        ({"from_on": "true"}, "True", "0至1的数"),
        ({"from_on": "inf"}, "Infinity", "0至1的数"),
        ({"from_on": "1e999999"}, "1E+999999", "0至1的数"),
        ({"from_on": "0.95001"}, "0.95001", "最多四位小数"),
        ({"from_on": "-0.1"}, "-0.1", "0至1的数"),
        ({"from_on": "1.01"}, "1.01", "0至1的数"),
        ({"from_behind": "0.95"}, "0.95", "小于上一档0.95的数"),
        ({"from_ahead": "10.5"}, "10.5", "0至10的数"),
        ({"points_on": "0.1"}, "0.1", "-100至0的数"),
        ({"points_behind": "0"}, "0", "小于上一档-0.2的数"),
        ({"about": "2"}, "2", "0至1的数"),
        ({"ahead": '" "'}, " ", "文字，不能空"),
        ({"far": '"提前实现"'}, "提前实现", "与本表其他用词不同的文字"),
        ({"fast": '"快"'}, "fast", "以下键之一：reached、ahead"),
    ],
)
@pytest.mark.parametrize("table", ["monitoring", "midterm"])
def test_a_key_that_does_not_fit_is_named_with_its_line(tmp_path, table, keys, found, expected):
    fault = only_fault(scaled(table, **keys), tmp_path / "p")
    (name,) = keys
    line = contents()["plan.toml"].count(b"\n") + 3
    assert (fault.file, fault.line, fault.column) == ("plan.toml", line, f"{table}.{name}")
    assert fault.found == found
    assert expected in fault.expected


@pytest.mark.parametrize(
    ("upper", "lower"), [("from_ahead", "from_on"), ("from_on", "from_behind")]
)
def test_a_step_that_is_not_below_the_one_above_is_named_even_where_it_was_left_out(
    tmp_path, upper, lower
):
    fault = only_fault(scaled(**{upper: "0.5"}), tmp_path / "p")
    assert fault.column == f"monitoring.{lower}"
    assert fault.line == contents()["plan.toml"].count(b"\n") + 2


@pytest.mark.parametrize("table", ["monitoring", "midterm"])
def test_a_value_where_a_phase_should_stand_is_a_fault(tmp_path, table):
    files = contents()
    files["plan.toml"] = files["plan.toml"].replace(b"notes", f"{table} = 1\nnotes".encode())
    fault = only_fault(files, tmp_path / "p")
    assert (fault.line, fault.column, fault.found) == (10, table, "1")
    assert fault.expected == f"[{table}]下的键"


@pytest.mark.parametrize("word", ["提前实现", "明显滞后", "完成", "提前完成"])
def test_a_printed_status_may_be_a_word_of_any_phase(tmp_path, word):
    files = with_cell("results.csv", 2, "完成情况", word)
    assert load(put(files, tmp_path / "p")).decisions[0].status == word


def test_a_milestone_s_printed_status_comes_back(tmp_path):
    files = with_cell("results.csv", 4, "编码", "B-2")
    loaded = load(put(files, tmp_path / "old"))
    write(loaded, tmp_path / "new")
    assert load(tmp_path / "new").decisions == loaded.decisions
    assert [each.code for each in loaded.decisions] == ["A-1", "B-2"]


def test_words_and_thresholds_are_edited_on_the_plan_s_card(plan):
    edited = typed(plan, 年度监测_快于预期用词="较快", 中期评估_增速略滞下限="−1.50")
    assert edited.monitoring == Scale(ahead="较快")
    assert edited.midterm == Scale(points_behind=Decimal("-1.50"))
    assert cards.card(edited, Thing.PLAN).cells["中期评估·增速略滞下限"] == "-1.50"
    assert edited.dictionary == plan.dictionary


def test_what_was_changed_of_a_phase_is_told_for_the_record(plan):
    edited = typed(plan, 年度监测_符合预期下限="0.90")
    assert differences(plan, edited) == (
        Difference(
            plan.code, "规划 年度监测·符合预期下限：0.95", "规划 年度监测·符合预期下限：0.90"
        ),
    )


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"年度监测_快于预期下限": "很快"}, "现为“很快”，应为0至10的数"),
        ({"年度监测_略有滞后下限": "0.96"}, "现为“0.96”，应为小于上一档0.95的数"),
        ({"中期评估_略有滞后下限": "0.96"}, "现为“0.96”，应为小于上一档0.95的数"),
        ({"中期评估_明显滞后用词": ""}, "还没有填"),
        ({"中期评估_明显滞后用词": "快于预期"}, "现为“快于预期”，应为与本表其他用词不同的文字"),
    ],
)
def test_a_text_that_does_not_fit_is_named_as_the_card_calls_it(plan, texts, sentence):
    (name,) = (each.replace("_", "·") for each in texts)
    named, said = refused(plan, **texts)
    assert named == name
    assert said.startswith(f"“{name}”")
    assert sentence in said
