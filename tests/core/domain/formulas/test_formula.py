"""A relation between figures is read without `eval` and judged in decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.figure import Figure
from core.domain.formulas.formula import Formula
from core.errors import FormulaError
from tests.core.domain import laws

NONE, THREE = Decimal(0), Decimal("0.03")
VALUES = {
    "B-13": Figure.parse("2.39"),
    "B-25": Figure.parse("44501"),
    "B-26": Figure.parse("18593"),
    "B-12": Figure.parse("0.7:34.4:64.9"),
    "V": Figure.parse("3:2"),
    "Z": Figure.parse("0"),
    "W": Figure.parse("保持稳定"),
    "A.1": Figure.parse("突破450"),
}


def judged(text, tolerance=NONE):
    return Formula.parse(text).judge(VALUES, tolerance)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[B-13]≈[B-25]/[B-26]", "[B-13] ≈ [B-25] / [B-26]"),
        (" ［B-13］＝[B-25]÷[B-26] ", "[B-13] = [B-25] / [B-26]"),
        ("[B-13]<=2×3", "[B-13] ≤ 2 * 3"),
        ("[B-13]>=2−3", "[B-13] ≥ 2 - 3"),
        ("[B-13]<>2", "[B-13] ≠ 2"),
        ("[B-13]!=2", "[B-13] ≠ 2"),
        ("[B-13]==2", "[B-13] = 2"),
        ("[B-13]>-2", "[B-13] > -2"),
        ("-( [Z]+-3 )*2", "-([Z] + -3) * 2"),
        ("合计 （[B-12]）=100", "合计([B-12]) = 100"),
        ("合计([Z],[B-13].2，-1)", "合计([Z], [B-13].2, -1)"),
        ("[A.1].1", "[A.1].1"),
        ("1.50", "1.50"),
    ],
)
def test_a_formula_is_written_in_one_way(text, written):
    formula = Formula.parse(text)
    assert str(formula) == written
    assert Formula.parse(written) == formula


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "=", "[B-13]=", "=1", "1 1", "(1", "1)", "()", "(1,2)", "1,2", "[]",
        "[B 13]", "[1]", "[B-13].0", "[B-13].12", "[B-13", "B-13", "[B-13][B-25]", "1.", ".5",
        "1.1234567", "1234567890123456", "1e5", "1_000", "１", "٣", "①", "[x]**9**9", "1//2",
        "1%2", "1^2", "[A]=[B]=[C]", "[A]<[B]>[C]", "([A]=[B])", "合计", "合计()", "合计([A])([B])",
        "[A](1)", "合计[A]", "合计((1,2))", "平均([A])", "__import__('os')", "os", "lambda: 1",
        "[A] if 1 else 2", "[A];[B]", "[A]\n+", "v0", "total(1)", "[A]\x00", "[A]😀", "=cmd|A0",
        "~1", "not 1", "1 and 1", "'a'", '"a"', "{1}", "[A]:=1", "(" * 100_000, "9" * 10_000_000,
        "-" * 200 + "1", "(" * 21 + "1" + ")" * 21, "+".join(["1"] * 100), "[" + "A" * 41 + "]",
    ],
    ids=lambda text: repr(text[:20]),
)  # fmt: skip
def test_what_is_no_formula_is_refused_by_name(text):
    with pytest.raises(FormulaError) as raised:
        Formula.parse(text)
    assert "不是可以识别的算式" in str(raised.value)
    assert text[:10].replace("\n", "�").replace("\x00", "�") in str(raised.value)
    assert len(str(raised.value)) < 150


@pytest.mark.parametrize(
    ("text", "tolerance", "holds"),
    [
        ("[B-13] ≈ [B-25] / [B-26]", "0.03", True),
        ("[B-13] ≈ [B-25] / [B-26]", "0.001", False),
        ("100 ≈ 103", "0.03", True),
        ("103 ≈ 100", "0.03", True),
        ("100 ≈ 104", "0.03", False),
        ("-100 ≈ -103", "0.03", True),
        ("0 ≈ 0", "0", True),
        ("0 ≈ 1", "0.03", False),
        ("[B-13] = 2.390", "0", True),
        ("[B-13] ≠ 2.390", "0", False),
        ("[B-13] < 2.4", "0", True),
        ("[B-13] > 2.4", "0", False),
        ("[B-13] ≤ 2.39", "0", True),
        ("[B-13] ≥ 2.39", "0", True),
        ("[B-13] ≥ 2.391", "0", False),
        ("1 + 2 * 3 - 4 / 2 = 5", "0", True),
        ("(1 + 2) * 3 = 9", "0", True),
        ("2 - 1 - 1 = 0", "0", True),
        ("8 / 4 / 2 = 1", "0", True),
        ("-2 * -3 = +6", "0", True),
        ("合计([B-12]) = 100", "0", True),
        ("合计([B-12], 5) = 105", "0", True),
        ("合计([B-13], [B-13]) = 4.78", "0", True),
        ("[B-12].1 + [B-12].2 + [B-12].3 = 100", "0", True),
        ("[V] = 1.5", "0", True),
        ("[A.1] = 450", "0", True),
        ("0.1 + 0.2 = 0.3", "0", True),
    ],
)
def test_a_relation_is_judged(text, tolerance, holds):
    assert judged(text, Decimal(tolerance)).holds is holds


def test_both_sides_are_told():
    verdict = judged("[B-13] * 2 ≤ [B-25]")
    assert (verdict.left, verdict.right, verdict.missing) == (Decimal("4.78"), Decimal(44501), ())


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("[B-13] = [B-99] + [B-98]", ("B-99", "B-98")),
        ("[B-99] = [B-99]", ("B-99",)),
        ("[B-12] = 100", ("B-12",)),
        ("[B-12].4 = 100", ("B-12.4",)),
        ("[B-13].1 = 100", ("B-13.1",)),
        ("[W] = 100", ("W",)),
        ("合计([W]) = 100", ("W",)),
        ("合计([B-12] + 1) = 100", ("B-12",)),
    ],
)
def test_an_operand_without_a_number_is_named(text, missing):
    verdict = judged(text)
    assert (verdict.holds, verdict.missing) == (None, missing)


@pytest.mark.parametrize(
    "text",
    ["1 / 0 = 1", "[Z] / [Z] = 1", "1 / [Z] = 1", "[Z] = 1 / (2 - 2)", "0 / 0 = 0"],
)
def test_nothing_is_divided_by_zero(text):
    verdict = judged(text)
    assert (verdict.holds, verdict.missing) == (None, ())
    assert "除数为0" in verdict.reason


@pytest.mark.parametrize("text", ["[H] * [H] = 1", "-[H] ≈ [H]"])
def test_a_number_that_is_too_great_is_no_error(text):
    verdict = Formula.parse(text).judge({"H": Figure(Decimal("9E+999999"))}, NONE)
    assert verdict.holds is None
    assert "得数过大" in verdict.reason


def test_without_a_comparison_it_is_a_calculation():
    verdict = judged("[B-25] - [B-26]")
    assert (verdict.holds, verdict.left, verdict.right) == (None, Decimal(25908), None)


def test_every_code_is_told_once():
    assert Formula.parse("[B] + [A].2 = [B] * 合计([C])").codes == ("B", "A", "C")


def test_names_can_stand_in_the_place_of_codes():
    formula = Formula.parse("合计([B-12]) + [B-12].1 + [B-1] - 1")
    names = {"B-12": "三产比例", "B-1": "产值"}
    assert formula.left.worded(names) == "合计(“三产比例”) + “三产比例”第1项 + “产值” - 1"
    assert formula.left.worded({}) == "合计(“B-12”) + “B-12”第1项 + “B-1” - 1"


atoms = st.one_of(
    st.integers(0, 999).map(str),
    st.tuples(st.integers(0, 99), st.integers(0, 999)).map(lambda pair: f"{pair[0]}.{pair[1]}"),
    st.sampled_from(["[B-13]", "[B-12].2", "合计([B-12])", "[V]"]),
)
sums = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map("".join),
        inner.map(lambda text: f"({text})"),
        inner.map(lambda text: f"-({text})"),
    ),
    max_leaves=12,
)


@laws.law
@given(sums, st.sampled_from("=≈≤≥<>≠"), sums)
def test_what_is_written_is_read_back(left, sign, right):
    formula = Formula.parse(left + sign + right)
    again = Formula.parse(str(formula))
    assert again == formula
    assert again.judge(VALUES, THREE) == formula.judge(VALUES, THREE)


@laws.law
@given(sums)
def test_everything_equals_itself_or_cannot_be_computed(text):
    verdict = judged(f"{text} = {text}")
    assert verdict.holds or verdict.reason


@laws.law
@given(laws.plan_texts)
def test_any_text_is_a_formula_or_refused(text):
    try:
        formula = Formula.parse(text)
    except FormulaError:
        return
    assert Formula.parse(str(formula)) == formula
