"""Each year of a plan, and each quarter of a year, is asked for what the path says."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.aims.trajectory import Basis, annual_target, quarterly_target
from core.domain.indicator import EnteredAs, Nature
from core.domain.target import AnnualTarget, QuarterlyTarget
from tests import factory as the
from tests.core.domain import laws

YEARS = range(2021, 2026)
POINT, RATE, MEAN, RUNNING = Nature.POINT, Nature.RATE, Nature.MEAN, Nature.RUNNING
PLAN = EnteredAs.PLAN


def yearly(item, **rest):
    """What the years 2021–2025 are asked for; None for a year without a target."""
    found = [annual_target(the.plan(item, **rest), item, year) for year in YEARS]
    return [str(each.figure) if each else None for each in found]


def given_for(item, **texts):
    """The same indicator with yearly targets of documents: _2023="600"."""
    targets = [AnnualTarget(int(year[1:]), the.figure(text)) for year, text in texts.items()]
    return replace(item, annual_targets=tuple(targets))


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (the.level("161.051", "100", decimals=3), ["110", "121", "133.1", "146.41", "161.051"]),
        (the.level("突破750", "521.94"), ["561.19", "603.39", "648.76", "697.55", "突破750"]),
        (the.level("65195", "44501", decimals=0), ["48033", "51845", "55960", "60401", "65195"]),
        (the.level("3", "1.8", nature=RATE), ["2.04", "2.28", "2.52", "2.76", "3"]),
        (the.level("78.1", "77.3", nature=MEAN), ["77.46", "77.62", "77.78", "77.94", "78.1"]),
        (the.lower(the.level("2.2", "2.4", nature=RATE)), ["2.36", "2.32", "2.28", "2.24", "2.2"]),
        (the.level("10", "0", nature=POINT), ["2", "4", "6", "8", "10"]),
        (the.level("10", "5", nature=RUNNING), ["6", "7", "8", "9", "10"]),
        (the.lower(the.level("0", "3.39", nature=POINT)), ["2.71", "2.03", "1.36", "0.68", "0"]),
        (the.level("0.7", "0.73"), ["0.7"] * 5),
        (the.level("60", "60", nature=RATE), ["60"] * 5),
        (the.level("750"), [None, None, None, None, "750"]),
        (the.level("750", "[8.6]"), [None, None, None, None, "750"]),
        (the.level("全覆盖", nature=RATE), [None, None, None, None, "全覆盖"]),
        (the.level("3-5", "1", nature=RATE), ["1.4", "1.8", "2.2", "2.6", "3-5"]),
        (the.growth("7.5左右"), ["7.5左右"] * 5),
        (the.growth("年均20"), ["20"] * 5),
        (the.control("5.5左右", "4"), ["5.5左右"] * 5),
        (the.annual("3以上"), ["3以上"] * 5),
        (the.keep("60", "60.54"), ["60"] * 5),
        (the.keep(the.words("稳定"), "4"), ["稳定"] * 5),
        (the.cumulative("50000"), ["10000"] * 5),
        (the.cumulative("7"), ["1", "2", "1", "2", "1"]),
        (the.cumulative("1-2", PLAN), ["0", "0", "1", "1", "1-2"]),
        (the.cumulative("100以上", PLAN), ["20", "40", "60", "80", "100以上"]),
        (the.reduction("[18]", PLAN), ["3.89", "7.63", "11.23", "14.68", "[18]"]),
        (the.reduction("[18]"), ["3.89"] * 5),
        (the.reduction("[0]"), ["0"] * 5),
        (the.reduction("[100]"), ["20"] * 5),
        (the.reduction("[100]", PLAN), ["20", "40", "60", "80", "[100]"]),
        (the.structure("0.8:34.2:65", "0.7:34.4:64.9", decimals=1), [
            "0.7:34.4:64.9", "0.7:34.3:65", "0.8:34.3:64.9", "0.8:34.2:65", "0.8:34.2:65",
        ]),
        (the.structure("1:34:65"), [None, None, None, None, "1:34:65"]),
        (the.structure("35:65", "0.7:34.4:64.9"), [None, None, None, None, "35:65"]),
        (the.level(the.pending()), [None] * 5),
        (the.level(the.words("促稳提质"), "3"), [None, None, None, None, "促稳提质"]),
    ],
)  # fmt: skip
def test_the_path_leads_from_the_base_to_the_target(item, expected):
    assert yearly(item) == expected


def test_only_what_no_document_gives_is_derived():
    item = given_for(the.level("750", "521.94"), _2023="620")
    found = {year: annual_target(the.plan(item), item, year) for year in YEARS}
    assert [each.derived for each in found.values() if each] == [True, True, False, True, False]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (given_for(the.level("750", "500", nature=RATE), _2023="530"),
         ["510", "520", "530", "640", "750"]),
        (given_for(the.level("400", "100"), _2022="121以上"),
         ["110", "121以上", "180.25", "268.51", "400"]),
        (given_for(the.level("750", "500", nature=RATE), _2023="力争增长"),
         ["550", "600", "力争增长", "700", "750"]),
        (given_for(the.cumulative("100"), _2021="40"), ["40", "15", "15", "15", "15"]),
        (given_for(the.cumulative("100"), _2021="120"), ["120", "0", "0", "0", "0"]),
        (given_for(the.cumulative("100", PLAN), _2022="10"), ["5", "10", "40", "70", "100"]),
        (given_for(the.reduction("[18]"), _2021="3.89", _2022="3.89"),
         ["3.89", "3.89", "3.89", "3.89", "3.89"]),
        (given_for(the.reduction("[18]"), _2021="100"), ["100", "3.6", "3.6", "3.6", "3.6"]),
    ],
)  # fmt: skip
def test_the_path_runs_through_what_documents_ask_for(item, expected):
    assert yearly(item) == expected


def test_a_target_that_was_adjusted_leads_the_path():
    item = the.revised(the.level("750", "500", nature=RATE), "600")
    assert yearly(item) == ["520", "540", "560", "580", "600"]


def test_a_target_that_only_its_bounds_give_is_a_target():
    item = the.growth(replace(the.target("7.5"), printed=None))
    assert yearly(item) == ["7.5"] * 5
    words = replace(the.target("7.5"), printed=None, low=None, high=None)
    assert yearly(the.growth(words)) == [None] * 5


def test_outside_the_plan_nothing_is_asked_for():
    item = the.level("750", "521.94")
    assert annual_target(the.plan(item), item, 2020) is None
    assert annual_target(the.plan(item), item, 2026) is None


def test_a_plan_of_one_year_asks_for_its_targets():
    item = the.cumulative("448")
    found = annual_target(the.plan(item, first=2024, last=2024), item, 2024)
    assert found
    assert (str(found.figure), found.derived) == ("448", False)


def test_a_base_of_a_later_year_leads_nowhere_before_it():
    item = the.level("750", "521.94", nature=RATE)
    assert yearly(item, base_year=2022)[:3] == [None, None, "597.96"]
    structure = the.structure("1:34:65", "0.7:34.4:64.9")
    assert yearly(structure, base_year=2022)[:2] == [None, None]


def quarterly(item, at, past=None):
    """What a quarter is asked for, and on what basis."""
    entries = {the.quarter(each): the.entry(text, each) for each, text in (past or {}).items()}
    found = quarterly_target(the.plan(item), item, the.quarter(at), entries)
    return (str(found.figure), found.basis) if found else None


LAST_YEAR = {"2021Q1": "110", "2021Q4": "550"}


@pytest.mark.parametrize(
    ("item", "at", "past", "expected"),
    [
        (the.level("161.051", "100"), "2022Q1", LAST_YEAR, ("24.2", Basis.LAST_YEAR)),
        (the.level("161.051", "100"), "2022Q2", LAST_YEAR, ("60.5", Basis.EVEN)),
        (the.level("161.051", "100"), "2022Q1", {}, ("30.25", Basis.EVEN)),
        (the.level("161.051", "100"), "2022Q4", LAST_YEAR, ("121", Basis.WHOLE)),
        (the.level("161.051", "100"), "2022Q1", {"2021Q1": "9", "2021Q4": "5"},
         ("30.25", Basis.EVEN)),
        (the.level("161.051", "100"), "2022Q1", {"2021Q1": "稳定", "2021Q4": "5"},
         ("30.25", Basis.EVEN)),
        (the.level("161.051", "100"), "2022Q1", {"2021Q1": "0", "2021Q4": "5"},
         ("30.25", Basis.EVEN)),
        (the.cumulative("50000"), "2022Q3", {}, ("7500", Basis.EVEN)),
        (the.annual("4以上"), "2022Q2", {}, ("2", Basis.EVEN)),
        (the.keep("660以上", nature=Nature.FLOW), "2022Q2", {}, ("330", Basis.EVEN)),
        (the.level("161.051", "100", nature=POINT), "2022Q2", LAST_YEAR, ("115.5", Basis.EVEN)),
        (the.level("161.051", "100", nature=POINT), "2021Q1", LAST_YEAR, ("102.5", Basis.EVEN)),
        (the.level("161.051", nature=POINT), "2025Q1", {}, ("161.051", Basis.WHOLE)),
        (the.level("161.051", nature=POINT), "2021Q1", {}, None),
        (the.cumulative("100", PLAN, nature=RUNNING), "2021Q2", {}, ("10", Basis.EVEN)),
        (the.cumulative("100", PLAN, nature=RUNNING), "2023Q1", {}, ("45", Basis.EVEN)),
        (the.level("3", "1.8", nature=RATE), "2022Q2", {}, ("2.28", Basis.WHOLE)),
        (the.growth("7.5左右"), "2022Q1", {}, ("7.5左右", Basis.WHOLE)),
        (the.control("35以内", nature=MEAN), "2022Q1", {}, ("35以内", Basis.WHOLE)),
        (the.keep(the.words("稳定"), "4", nature=POINT), "2022Q1", {}, ("稳定", Basis.WHOLE)),
        (the.level(the.pending()), "2022Q1", {}, None),
    ],
)  # fmt: skip
def test_a_quarter_is_asked_for_its_part_of_the_year(item, at, past, expected):
    assert quarterly(item, at, past) == expected


def test_a_document_may_ask_for_a_quarter():
    targets = (QuarterlyTarget(the.quarter("2022Q1"), the.figure("130以上")),)
    item = replace(the.level("161.051", "100"), quarterly_targets=targets)
    assert quarterly(item, "2022Q1") == ("130以上", Basis.GIVEN)
    assert quarterly(item, "2022Q2") == ("60.5", Basis.EVEN)


def test_a_quarter_says_whether_its_number_stands_in_a_document():
    item = the.level("161.051", "100")
    derived = quarterly_target(the.plan(item), item, the.quarter("2022Q1"), {})
    whole = quarterly_target(the.plan(item), item, the.quarter("2025Q4"), {})
    assert derived
    assert whole
    assert (derived.derived, whole.derived) == (True, False)


def numbers(item):
    found = (annual_target(the.plan(item), item, year) for year in YEARS)
    return [each.figure.value for each in found if each]


@laws.law
@given(laws.decimals(), laws.decimals(), st.sampled_from([Nature.FLOW, POINT, RATE]))
def test_a_path_never_turns_back_and_ends_at_its_target(base, asked, nature):
    falls = asked < base
    item = the.level(f"{asked:f}", f"{base:f}", nature=nature, decimals=4)
    path = numbers(the.lower(item) if falls else item)
    assert path == sorted(path, reverse=falls)
    assert path[-1] == asked
    assert path[0] <= base if falls else path[0] >= base


@laws.law
@given(st.integers(0, 10**6), st.integers(0, 3))
def test_the_parts_of_the_years_make_up_the_whole(whole, decimals):
    item = the.cumulative(f"{Decimal(whole).scaleb(-decimals):f}", decimals=decimals)
    assert sum(numbers(item)) == Decimal(whole).scaleb(-decimals)


@laws.law
@given(st.integers(0, 9999))
def test_the_yearly_falls_compound_to_the_whole(hundredths):
    item = the.reduction(f"{Decimal(hundredths).scaleb(-2):f}", decimals=6)
    (fall, *_), asked = numbers(item), Decimal(hundredths).scaleb(-2)
    assert abs(100 - 100 * (1 - fall / 100) ** 5 - asked) < Decimal("0.0001")


def test_large_numbers_lose_no_digit():
    great = "1" + "0" * 40
    item = the.level(f"{great}.08", f"{great}.03", nature=RATE)
    assert yearly(item)[0] == f"{great}.04"
    flow = the.level(f"2{great}", f"1{great}")
    assert yearly(flow)[4] == f"2{great}"
    assert len(yearly(flow)[0].partition(".")[0]) == 42
