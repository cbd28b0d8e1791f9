"""The narrative of a report as text that a person edits before printing, and stores."""

from dataclasses import dataclass

from core.domain.printed import Wording
from core.errors import UserError
from core.ports import Store
from core.progress import Job
from core.reports import wording
from core.services import profiles
from core.services.clock import now
from core.services.reports import reporting, wordings
from core.services.reports.gathering import Gathered
from core.services.reports.reporting import Request

LONGEST = 20_000  # characters of a narrative


@dataclass(frozen=True, slots=True)
class Narrative:
    """The text as it is printed now, and what the figures by themselves say.

    `edited` is what somebody made of it, if anybody did. A report without paragraphs has none.
    """

    text: str
    generated: str
    edited: Wording | None = None

    @property
    def outdated(self) -> bool:
        """Whether the figures say something else since it was edited."""
        return self.edited is not None and self.edited.original != self.generated


def narrative(store: Store, request: Request) -> Job[Narrative]:
    """Give the narrative of a report.

    Raises what `reporting.content` raises.
    """
    known = yield from reporting.gathered(store, request)
    return of(known, request)


def of(known: Gathered, request: Request) -> Narrative:
    """Give the narrative of a report of what was collected."""
    facts, selection = known.facts, reporting.selected(known.facts, request)
    report = reporting.generated(facts, request, selection)
    generated = wording.text(report)
    public = request.public
    edited = wordings.find(known.wordings, request.kind, facts.as_of, selection, public=public)
    shown = wordings.applied(report, edited)
    return Narrative(wording.text(shown) if edited else generated, generated, edited)


def reword(store: Store, request: Request, text: str) -> Job[Narrative]:
    """Store a narrative as somebody edited it; an empty or a generated one clears the edit.

    Raises UserError for a text that cannot be printed, StorageError; nothing is stored then.
    """
    known = yield from reporting.gathered(store, request)
    before, edited = of(known, request), _checked(text)
    if edited and not before.generated:
        raise UserError("这种报告没有可以修改的文字，没有保存")
    kept = "" if edited == before.generated else edited
    made = _wording(store, known, request, kept, before.generated)
    with store.writing() as work:
        work.printed.word(known.facts.plan.code, made)
    return Narrative(kept or before.generated, before.generated, made if kept else None)


def _wording(store: Store, known: Gathered, request: Request, text: str, generated: str) -> Wording:
    """Say what was edited, by whom and when."""
    selection = reporting.selected(known.facts, request)
    return Wording(
        wordings.kind(request.kind, selection, public=request.public),
        known.facts.as_of,
        selection.department,
        text,
        generated,
        profiles.person(store),
        now(),
    )


def _checked(text: str) -> str:
    """Give a text as it is kept: no blanks at the ends of lines, no empty ones.

    Raises UserError.
    """
    from core.reports.pdf.fonts import typeface
    from core.reports.pdf.roles import Role

    lines = (line.strip() for line in text.splitlines())
    kept = "\n".join(line for line in lines if line)
    if len(kept) > LONGEST:
        raise UserError(f"文字有{len(kept)}个字，最多{LONGEST}个，没有保存；请删减后再存")
    if unknown := "".join(typeface(Role.SONG).missing([kept.replace("\n", "")])):
        raise UserError(f"文字里的“{unknown}”没有字体可用，印不出来，没有保存；请改用别的字")
    return kept
