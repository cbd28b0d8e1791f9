"""公式: an indicator that is computed from others, in its file and on its card."""

import pytest

import resources
from core.errors import EditError
from core.plans import cards, edits
from core.plans.cards import Card, Thing
from core.plans.folder import load
from tests.core.plans.factory import contents, faults_in, put


def with_formulas(**formulas):
    """The files with a column 公式; A_2 stands for A-2."""
    given = {code.replace("_", "-"): text for code, text in formulas.items()}
    header, *lines = contents()["indicators.csv"].decode().splitlines()
    rows = [f"{header},公式", *(f"{line},{given.get(line[:3], '')}" for line in lines)]
    return contents() | {"indicators.csv": ("\n".join(rows) + "\n").encode()}


@pytest.fixture
def load_with(tmp_path):
    """Load the files with some formulas."""
    return lambda **formulas: load(put(with_formulas(**formulas), tmp_path / "p")).plan


@pytest.fixture
def faults_with(tmp_path):
    """Give line, what stands there and what is expected, of each fault that formulas have."""

    def found(**formulas):
        faults = faults_in(put(with_formulas(**formulas), tmp_path / "p"))
        assert {(each.file, each.column) for each in faults} == {("indicators.csv", "公式")}
        return [(each.line, each.found, each.expected) for each in faults]

    return found


def typed(plan, place, **texts):
    before = cards.card(plan, Thing.INDICATOR, place)
    return edits.put(plan, Thing.INDICATOR, place, Card({**before.cells, **texts}, before.lists))


def test_a_formula_is_read_and_written_in_one_way(load_with):
    plan = load_with(A_3="［A-1］÷[A-2]")
    assert plan.find("A-3").formula == "[A-1] / [A-2]"
    assert plan.find("A-1").formula == ""


def test_a_file_without_the_column_has_no_formulas(tmp_path):
    plan = load(put(contents(), tmp_path / "p")).plan
    assert {each.formula for each in plan.indicators} == {""}


@pytest.mark.parametrize("text", ["[A-1] /", "A-1 / 2", "[A-1] = [A-2]", "1 + 1", "合计()", "'=1"])
def test_what_is_no_formula_of_figures_is_refused(faults_with, text):
    assert faults_with(A_3=text) == [
        (4, text, "算式：由别的指标算出本指标的数，如[B-25] / [B-26]，不含比较符号")
    ]


def test_a_formula_looks_at_indicators_of_the_plan_only(faults_with):
    assert faults_with(A_3="[A-1] / [B-2]") == [(4, "[A-1] / [B-2]", "indicators.csv里的编码")]


@pytest.mark.parametrize(
    ("formulas", "lines"),
    [
        ({"A_3": "[A-3] * 2"}, [4]),
        ({"A_1": "[A-2] + 1", "A_2": "[A-3] + 1", "A_3": "[A-1] + 1"}, [2, 3, 4]),
        ({"A_1": "[B-1] * 2"}, [2]),  # B-1 is entered under A-1
        ({"A_1": "[A-2] + 1", "A_2": "[A-2] + 1", "A_3": "[A-1] + 1"}, [3]),
    ],
)
def test_a_formula_that_comes_back_to_its_indicator_is_refused(faults_with, formulas, lines):
    found = faults_with(**formulas)
    assert [line for line, _, _ in found] == lines
    assert all("绕回本指标" in expected for _, _, expected in found)


def test_a_formula_may_look_at_what_another_one_gives(load_with):
    plan = load_with(A_2="[A-1] / 2", A_3="[A-2] + [A-1]")
    assert [each.formula for each in plan.indicators] == ["", "[A-1] / 2", "[A-2] + [A-1]", ""]


def test_what_is_entered_elsewhere_needs_no_formula(faults_with):
    ((line, _, expected),) = faults_with(B_1="[A-2] / 2")
    assert (line, expected) == (5, "空格：同源指标已填，数由它给出")


def test_a_formula_follows_a_new_code_and_holds_what_it_looks_at(load_with):
    plan = typed(load_with(A_3="[A-1] / [A-2]"), 1, 编码="A-7")
    assert plan.find("A-3").formula == "[A-1] / [A-7]"
    with pytest.raises(EditError, match="指标“A-3”的“公式”用到它"):
        edits.remove(plan, Thing.INDICATOR, 1)


def test_a_formula_is_typed_on_the_card(load_with):
    plan = load_with()
    assert typed(plan, 2, 公式="[A-1]÷ [A-2]").find("A-3").formula == "[A-1] / [A-2]"
    with pytest.raises(EditError, match=r"“公式”现为“\[A-3\]”.*绕回本指标"):
        typed(plan, 2, 公式="[A-3]")


def test_the_shipped_income_ratio_is_computed():
    plan = load(resources.path("plans", "zhanggong-2021-2025")).plan
    assert {each.code: each.formula for each in plan.indicators if each.formula} == {
        "B-13": "[B-25] / [B-26]"
    }


def test_ten_thousand_formulas_are_followed_at_once():
    from core.plans.circles import circular
    from tests.factory import indicator

    chain = [indicator(code=f"C-{n}", formula=f"[C-{n + 1}]") for n in range(10_000)]
    assert circular(chain) == frozenset()
    closed = [*chain, indicator(code="C-10000", formula="[C-0]")]
    assert len(circular(closed)) == 10_001
