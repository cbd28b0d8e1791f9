"""A narrative is edited before printing; the edit stands until it is cleared, and says its age."""

from dataclasses import replace

import pytest

from core.domain.indicator import Binding
from core.domain.printed import Edition
from core.domain.submission import Origin
from core.errors import UserError
from core.progress import finish
from core.reports import catalogue
from core.reports.prose import Paragraph, Prose
from core.services.reports import narratives, reporting
from core.services.reports.narratives import LONGEST, Narrative
from core.services.reports.reporting import Request
from tests import factory as the
from tests import forms

REQUEST = Request("told", "p", forms.HALF)
EDITED = "总体平稳。"


def told(facts):
    """A report that counts its figures, in part not for the public."""
    plain = catalogue.KINDS[0].build(facts)
    said = Paragraph(f"共{len(facts.entries)}个数。"), Paragraph("内部情况。", withheld=True)
    return replace(plain, kind="told", parts=(Prose(said), *plain.parts))


@pytest.fixture(autouse=True)
def _kind(monkeypatch):
    """A kind of report with a narrative."""
    kinds = (*catalogue.KINDS, catalogue.Kind("told", "叙述", told))
    monkeypatch.setattr(catalogue, "KINDS", kinds)


def read(store, request=REQUEST):
    """The narrative as it stands."""
    return finish(narratives.narrative(store, request))


def printed(store, request=REQUEST):
    """The paragraphs that are printed."""
    prose = (p for p in reporting.content(store, request).parts if isinstance(p, Prose))
    return [each.text for part in prose for each in part.paragraphs]


def test_without_an_edit_the_figures_speak(desk):
    assert read(desk) == Narrative("共0个数。\n内部情况。", "共0个数。\n内部情况。")
    assert printed(desk) == ["共0个数。", "内部情况。"]


def test_an_edit_is_printed_in_every_edition_and_says_by_whom(desk):
    made = finish(narratives.reword(desk, REQUEST, f"{EDITED}\n\n 特此报告。 "))
    assert made == read(desk)
    assert made.text == f"{EDITED}\n特此报告。"
    assert made.edited
    assert made.edited.by
    assert not made.outdated
    assert printed(desk, replace(REQUEST, edition=Edition.REVIEW)) == [EDITED, "特此报告。"]


def test_an_edit_says_when_the_figures_have_changed_since(desk):
    finish(narratives.reword(desk, REQUEST, EDITED))
    with desk.writing() as work:
        work.entries.save("p", [forms.entry("B-01", "300")], Origin("填报", "张三"), "2024-07-02")
    assert read(desk).outdated
    assert read(desk).generated == "共1个数。\n内部情况。"
    assert printed(desk) == [EDITED]


@pytest.mark.parametrize("text", ["", " \n ", "共0个数。\n内部情况。"])
def test_an_empty_or_a_generated_text_clears_the_edit(desk, text):
    finish(narratives.reword(desk, REQUEST, EDITED))
    assert finish(narratives.reword(desk, REQUEST, text)).edited is None
    assert printed(desk) == ["共0个数。", "内部情况。"]


@pytest.mark.parametrize(
    "other",
    [
        {"department": "D05"},
        {"section": "T1"},
        {"binding": Binding.EXPECTED},
        {"quarter": the.quarter("2024Q3")},
    ],
)
def test_an_edit_is_of_one_part_of_the_plan_and_one_quarter(desk, other):
    finish(narratives.reword(desk, REQUEST, EDITED))
    assert printed(desk, replace(REQUEST, **other)) == ["共0个数。", "内部情况。"]
    finish(narratives.reword(desk, replace(REQUEST, **other), "另一处。"))
    assert printed(desk, replace(REQUEST, **other)) == ["另一处。"]
    assert printed(desk) == [EDITED]


def test_what_is_not_for_the_public_does_not_come_back_with_an_edit(desk):
    public = replace(REQUEST, public=True)
    finish(narratives.reword(desk, REQUEST, f"{EDITED}\n内部情况。"))
    assert printed(desk, public) == ["共0个数。"]
    finish(narratives.reword(desk, public, "公开说明。"))
    assert printed(desk, public) == ["公开说明。"]
    assert printed(desk) == [EDITED, "内部情况。"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("字" * (LONGEST + 1), f"最多{LONGEST}个"), ("好\U0001f600", "“\U0001f600”没有字体可用")],
)
def test_what_cannot_be_printed_is_not_stored(desk, text, words):
    with pytest.raises(UserError, match=words):
        finish(narratives.reword(desk, REQUEST, text))
    assert read(desk).edited is None


def test_a_report_without_paragraphs_takes_no_text(desk):
    plain = replace(REQUEST, kind="targets")
    assert read(desk, plain) == Narrative("", "")
    with pytest.raises(UserError, match="没有可以修改的文字"):
        finish(narratives.reword(desk, plain, EDITED))
    assert finish(narratives.reword(desk, plain, "")) == Narrative("", "")
