"""What the program writes it reads back, to the character, whichever program saved it between."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.cell import alike
from core.domain.figure import Figure
from core.domain.submission import Entry, Missing
from tests import forms
from tests.core.workbooks import returned as the

NUMBERS = st.decimals(-1_000_000, 1_000_000, places=3).map(lambda number: f"{number:f}") | (
    st.from_regex(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,4})?", fullmatch=True)
)
WRITTEN = st.sampled_from(["约5.5", "5.3左右", "[21.4]", "3-5", "1:1", "六", "保持稳定", "100以上"])
FIGURES = st.none() | (NUMBERS | WRITTEN).map(Figure.parse)
PERCENTAGES = st.none() | NUMBERS.map(Figure.parse)
LINES = st.text(st.characters(exclude_categories=("C", "Z")), max_size=60)


@st.composite
def entries(draw):
    """What may have been entered for an indicator with a growth, and for a milestone."""
    figure = draw(FIGURES)
    missing = draw(st.none() | st.sampled_from(Missing)) if figure is None else None
    industry = Entry(
        "B-01",
        forms.HALF,
        figure,
        missing,
        draw(LINES),
        growth=draw(PERCENTAGES),
    )
    node = draw(st.none() | st.sampled_from(["未开工", "开工", "投用"]).map(Figure.parse))
    bridge = Entry("P01-01", forms.HALF, node, progress=draw(PERCENTAGES))
    return industry, bridge


@pytest.mark.parametrize("text", ["见_x0041_表", "_x005F_", "__x0041__", "_x41_"])
def test_what_looks_like_an_escape_is_a_text_like_any_other(text):
    entry = forms.entry("B-01", "1", explanation=text)
    found = the.read(the.written(forms.form(entry, a_plan=the.PLAN)))
    assert found.entries["B-01"].explanation == text
    assert not found.forged


def nothing(content):
    """Leave a file as the program wrote it."""
    return content


def saved(content):
    """Load and save a file with openpyxl."""
    return the.edited(lambda _: None, content)


@pytest.mark.parametrize("pass_through", [nothing, saved, the.as_excel])
@settings(max_examples=40, deadline=None)
@given(entered=entries())
def test_entries_come_back_as_they_went_out(pass_through, entered):
    content = the.written(forms.form(*entered, a_plan=the.PLAN))
    found = the.read(pass_through(content))
    for entry in entered:
        assert alike(found.sent[entry.code], entry)
        assert alike(found.entries[entry.code], entry)
    assert not found.tampered
    assert not found.findings
