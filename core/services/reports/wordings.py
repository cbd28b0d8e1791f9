"""Narratives that somebody edited: which one belongs to a report, and putting it there."""

from collections.abc import Iterable

from core.domain.period import Quarter
from core.domain.printed import Wording
from core.reports import wording
from core.reports.content import Report
from core.reports.selection import Selection

_PUBLIC = "public"


def kind(code: str, selection: Selection, *, public: bool) -> str:
    """Give the kind under which an edited narrative is kept, that of a part of a plan apart.

    So is that of the public version: what was masked there must not come back with an edit.
    """
    of = (code, selection.section, selection.binding or "", _PUBLIC if public else "")
    return "/".join(of).rstrip("/")


def find(
    kept: Iterable[Wording], code: str, quarter: Quarter, selection: Selection, *, public: bool
) -> Wording | None:
    """Give the narrative that was edited for a report, or nothing."""
    place = kind(code, selection, public=public), quarter, selection.department
    return next((e for e in kept if (e.kind, e.quarter, e.department) == place), None)


def applied(report: Report, edited: Wording | None) -> Report:
    """Put an edited narrative in a report."""
    return wording.reworded(report, edited.text) if edited else report
