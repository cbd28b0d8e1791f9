"""One catalogue names every check, and every check can be produced."""

from dataclasses import replace

from core.domain.calculated import Calculation
from core.domain.cell import TYPED
from core.domain.checks import CATALOGUE, check, complete, overridden
from core.domain.checks.catalogue import CONTRADICTED, REWORDED, UNREADABLE
from core.domain.indicator import Frequency, GrowthKind
from core.domain.submission import Missing
from tests import factory as the
from tests.core.domain.checks.rows import POINT, before, issues, share, yearly

GDP = the.level("750", "521.94", growth_kind=GrowthKind.NOMINAL)
NODE = the.milestone()
LONG = "因" * 2001
WHEN_READING = {
    UNREADABLE,
    REWORDED,
    CONTRADICTED,
}  # of texts, not of entries: services produce them


def produced():
    """Rows in which each check finds something."""
    yield from issues(GDP, "稳定")
    yield from issues(replace(GDP, frequency=Frequency.ANNUAL), "120", at="2025Q1")
    yield from issues(GDP, "631.2045")
    yield from issues(GDP, "约631")
    yield from issues(share(), "-1")
    yield from issues(share(), "101")
    yield from issues(the.level("750"), "-600")
    yield from issues(the.structure("1:34:65"), "1:34:70")
    yield from issues(GDP, "250", {"2025Q2": "290"}, at="2025Q3")
    yield from issues(GDP, "631.20", {"2024Q4": "631.20"})
    yield from issues(share("99"), "82.83", {"2024Q4": "82.83"})
    yield from issues(GDP, "0.2")
    steady = yearly("100", "101", "99", "102", "100", "98")
    yield from issues(the.level("750", nature=POINT), "130", steady)
    yield from check(GDP, the.entry("600", growth=the.figure("稳定")), {})
    yield from check(GDP, the.entry("600", growth=the.figure("50")), before({"2024Q4": "590"}))
    yield from check(GDP, the.entry("600", missing=Missing.UNCOUNTED), {})
    yield from check(GDP, the.entry("600", explanation=LONG), {})
    yield from issues(NODE, "竣工")
    yield from issues(NODE, "开工", {"2025Q2": "封顶"})
    for progress in ("稳定", "101", "3"):
        yield from issues(NODE, "开工", {"2025Q2": ("开工", "35")}, progress=progress)
    yield from issues(NODE, "完工", progress="99")
    yield from overridden(GDP, the.entry("600"), Calculation(the.figure("601"), "600 + 1 = 601"))
    yield from complete(GDP, the.entry(""))
    yield from complete(GDP, the.entry("", missing=Missing.UNVERIFIED))
    yield from complete(replace(GDP, growth_kind=GrowthKind.REAL), the.entry("600"))


def test_every_check_can_be_produced_and_every_finding_is_in_the_catalogue():
    found = {issue.check for issue in produced()}
    assert found == {each.code for each in CATALOGUE if each not in WHEN_READING}


def test_a_finding_has_the_grade_of_its_check_and_a_column_that_can_be_typed_into():
    known = {each.code: each for each in CATALOGUE}
    for issue in produced():
        assert issue.severity is known[issue.check].grade
        assert issue.column in TYPED
        assert issue.column is known[issue.check].column


def test_what_reading_finds_is_in_the_catalogue_too():
    for each in WHEN_READING:
        issue = each.issue(GDP, "2000万", "：请核对")
        assert (issue.code, issue.check, issue.severity) == ("B-01", each.code, each.grade)
        assert issue.message == "“地区生产总值”：请核对"


def test_codes_and_titles_are_distinct_and_every_check_explains_itself():
    assert len({each.code for each in CATALOGUE}) == len(CATALOGUE)
    assert len({each.title for each in CATALOGUE}) == len(CATALOGUE)
    assert all(each.explanation.endswith("。") for each in CATALOGUE)
    assert not {*"();,"} & {*"".join(each.title + each.explanation for each in CATALOGUE)}
