"""The commands report and verify-code: writing reports, and telling what a printed code shows."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from core.console.answer import Answer, Document, Value
from core.domain.indicator import Binding
from core.domain.period import Quarter
from core.domain.printed import Edition
from core.domain.words import Word
from core.errors import UsageError
from core.ports import Store
from core.progress import Progress, finish
from core.reports import catalogue
from core.reports.differences import Difference
from core.services import verifying
from core.services.reports import printing
from core.services.reports.recording import Made
from core.services.reports.reporting import Format, Request
from core.services.sanctions import Sanction
from core.services.verifying import Shown

Watch = Callable[[Progress], None]
Labelled = TypeVar("Labelled", bound=Word)
ALL = "all"


def write(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Write a report, or one of each kind that fits what was chosen."""
    formats, folder = _formats(words.format), Path(words.output)
    job = printing.produce(store, _requests(words), formats, folder, lenient=words.kind == ALL)
    done = finish(job, watch)
    lines = [str(path) for path in done.files]
    document: Document = {
        "files": lines,
        "reports": [_made(each) for each in done.reports],
        "notices": list(done.notices),
    }
    return Answer(lines, document, bool(lines), done.notices)


def _made(each: Made) -> Value:
    """Give a report that was written."""
    return {
        "kind": each.request.kind,
        "title": each.title,
        "department": each.department or None,
        "edition": each.request.edition.label,
        "code": each.code,
        "files": [str(path) for path in each.files],
    }


def _requests(words: Namespace) -> Iterator[Request]:
    """Say which reports are asked for."""
    department = words.department
    fitting = [each.code for each in catalogue.fitting(department=bool(department))]
    for kind in fitting if words.kind == ALL else [words.kind]:
        yield Request(
            kind,
            words.plan,
            Quarter.parse(words.quarter) if words.quarter is not None else None,
            department,
            words.section,
            _labelled("--binding", Binding, words.binding) if words.binding else None,
            _labelled("--edition", Edition, words.edition) if words.edition else Edition.FINAL,
            words.public,
        )


def _labelled(option: str, kind: type[Labelled], label: str) -> Labelled:
    """Find the word that has a label.

    Raises UsageError naming an unknown one.
    """
    for each in kind:
        if each.label == label:
            return each
    known = "、".join(each.label for each in kind)
    raise UsageError(f"{option}不能是“{label}”，可用{known}")


def _formats(text: str) -> tuple[Format, ...]:
    """Read the formats of a report.

    Raises UsageError naming an unknown one.
    """
    known = {each.value: each for each in Format}
    asked = [word.strip().lower() for word in text.split(",") if word.strip()]
    unknown = [word for word in asked if word not in known]
    if unknown or not asked:
        raise UsageError(f"格式“{text}”不可用，可用pdf、xlsx")
    return tuple(known[word] for word in dict.fromkeys(asked))


def verify(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Tell which data a printed code shows, and whether they are the present ones."""
    found = finish(verifying.verify_code(store, "".join(words.code)), watch)
    lines = [found.sentence]
    for each in found.reports:
        lines += _lines(each)
    document: Document = {
        "code": found.code,
        "known": found.known,
        "reports": [_shown(each) for each in found.reports],
    }
    return Answer(lines, document, found.current)


def _lines(each: Shown) -> Iterator[str]:
    """Tell of one report."""
    printed = each.printed
    edition = printed.edition.label + ("（公开版）" if printed.public else "")
    yield f"{each.genre or printed.title}  {each.whose or each.plan}  {printed.quarter.label}"
    yield f"  {edition}，{printed.by}于{printed.at}印出"
    if each.problem:
        yield f"  不能与现在的数据核对：{each.problem}"
    for difference in each.differences:
        yield f"  {difference.sentence}"
    for sanction in each.sanctions:
        yield f"  {sanction.sentence}"


def _shown(each: Shown) -> Value:
    """Give one report."""
    printed = each.printed
    return {
        "plan": each.plan,
        "kind": printed.kind,
        "title": printed.title,
        "about": each.whose or None,
        "quarter": str(printed.quarter),
        "department": printed.department or None,
        "edition": printed.edition.label,
        "public": printed.public,
        "by": printed.by,
        "at": printed.at,
        "current": each.current,
        "problem": each.problem or None,
        "differences": [_difference(found) for found in each.differences],
        "approved": [_sanction(found) for found in each.sanctions],
    }


def _difference(found: Difference) -> Value:
    """Give what one place said and would say now."""
    return {
        "part": found.part,
        "row": found.row or None,
        "column": found.column or None,
        "printed": found.before,
        "now": found.after,
    }


def _sanction(found: Sanction) -> Value:
    """Give whether a department's figures were approved so."""
    made = found.approval
    return {
        "department": found.department,
        "name": found.name,
        "number": made.number if made else None,
        "by": found.words if made else None,
        "at": made.at if made else None,
        "matches": found.matches,
        "altered": found.altered,
    }
