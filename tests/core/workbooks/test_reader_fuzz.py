"""Workbooks damaged by chance: each ends in a verdict, and no figure is made up."""

import pytest

from core.domain.cell import Column
from core.domain.returned import Verdict
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import fuzz

FILLED = {
    "B-02": 88.5,
    "B-07": 299,
    ("B-01", Column.GROWTH): 7.5,
    ("B-01", Column.EXPLANATION): "企业投产",
    "P01-01": "封顶",
    ("P01-01", Column.PROGRESS): 60,
}
FIGURES = {"B-01": "12.50", "B-02": "88.50", "B-07": "299", "P01-01": "封顶"}


@pytest.fixture(scope="module", params=["own", "excel"])
def sound(request):
    """A form that was filled in, as the program and as Excel write texts."""
    content = the.filled(FILLED)
    return the.as_excel(content) if request.param == "excel" else content


def check(content, number):
    """Read a damaged form and look at what was made of it."""
    found = the.read(fuzz.damaged(content, number))
    assert found.verdict in Verdict
    assert the.texts(found).items() <= FIGURES.items()
    if found.verdict is Verdict.UNREADABLE:
        assert found.findings
    else:
        assert found.sent.keys() >= found.entries.keys()


def test_the_sound_form_has_all_figures(sound):
    assert the.texts(the.read(sound)) == FIGURES


@pytest.mark.parametrize("number", range(30))
def test_a_damaged_form_ends_in_a_verdict_without_a_figure_of_its_own(sound, number):
    check(sound, number)


@pytest.mark.slow
def test_a_thousand_damaged_forms_do(sound):
    for number in range(30, 530):
        check(sound, number)
