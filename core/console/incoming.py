"""The commands check and intake: what came back in workbooks, in lines and in JSON."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from core.console.answer import Answer, Document, Value
from core.domain.changes import Way
from core.domain.incoming import Incoming, Match, Ruling, everywhere
from core.domain.period import Quarter
from core.domain.returned import Finding, Place, Verdict
from core.domain.submission import Entry
from core.ports import Store
from core.progress import Progress, finish
from core.services import profiles
from core.services.inbox import intake, taking
from core.services.inbox.doubts import Expected
from core.services.inbox.intake import Batch
from core.services.inbox.taking import Taken, TakenIn
from core.workbooks.sandbox import Sandbox

Watch = Callable[[Progress], None]
_WAYS = {"incoming": Way.TAKE, "stored": Way.KEEP}


def check(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Read returned workbooks; write nothing."""
    batch = _read(words, store, watch)
    lines = [line for file in batch.files for line in _lines(file)]
    met = bool(batch.files) and all(each.verdict is Verdict.READY for each in batch.files)
    document = {"files": [_file(each) for each in batch.files], "skipped": _skipped(batch)}
    return Answer(lines, document, met, _warnings(batch))


def take_in(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Read returned workbooks and take them in; what is not decided stays out."""
    batch = _read(words, store, watch)
    rulings = {each.sha256: _ruling(words, each) for each in batch.files}
    done = finish(taking.take(store, batch, rulings, words.by or profiles.person(store)), watch)
    lines = [line for each in done.files for line in _taken_lines(each)]
    lines += [line for each in done.left for line in (*_lines(each), "  没有入库")]
    met = bool(batch.files) and not done.left and not any(each.open for each in done.files)
    return Answer(lines, _document(batch, done), met, _warnings(batch))


def _read(words: Namespace, store: Store, watch: Watch) -> Batch:
    """Read the files in a process of its own."""
    quarter = Quarter.parse(words.quarter) if words.quarter else None
    expected = Expected(quarter, words.department)
    paths = [Path(each) for each in words.files]
    with Sandbox() as sandbox:
        job = intake.read(store, paths, sandbox.arrive, expected, words.password)
        return finish(job, watch)


def _ruling(words: Namespace, file: Incoming) -> Ruling:
    """Decide about a file as the command line says; nothing is decided without a word."""
    way = _WAYS.get(words.take)
    choices = everywhere(file, way) if way else {}
    return Ruling(goes_in=True if words.anyway else None, choices=choices)


def _document(batch: Batch, done: Taken) -> Document:
    """Give all that became of the files, of each and of all together."""
    went = {each.file.sha256: each for each in done.files}
    files = [{**_file(each), **_outcome(went.get(each.sha256))} for each in batch.files]
    return {
        "files": files,
        "taken": [code for each in done.files for code in each.taken],
        "unchanged": [code for each in done.files for code in each.unchanged],
        "conflicts": [
            _conflict(each, match) for each in done.files for match in each.file.conflicts
        ],
        "skipped": _skipped(batch),
        "backup": str(done.backup) if done.backup else None,
    }


def _outcome(came: TakenIn | None) -> dict[str, Value]:
    """Give what became of one file; nothing was taken of one that stays out."""
    return {
        "taken": list(came.taken) if came else [],
        "unchanged": list(came.unchanged) if came else [],
        "conflicts": [_conflict(came, match) for match in came.file.conflicts] if came else [],
        "state": came.state.label if came and came.state else None,
    }


def _conflict(came: TakenIn, match: Match) -> Value:
    """Give a conflict; `decision` is null where it is still open."""
    sent, stored, returned = match.difference.texts
    return {
        "code": match.spot[0],
        "column": match.difference.column.label,
        "sent": sent,
        "stored": stored,
        "returned": returned,
        "file": came.file.name,
        **_place(match.place),
        "rivals": [each.name for each in match.rivals],
        "asked": match.asked or None,
        "open": match in came.open,
    }


def _file(file: Incoming) -> dict[str, Value]:
    """Give a file's verdict, figures and issues."""
    slip = file.slip
    return {
        "path": str(file.path),
        "name": file.name,
        "sha256": file.sha256 or None,
        "verdict": file.verdict.label,
        "plan": slip.plan if slip else None,
        "department": slip.department if slip else None,
        "department_name": file.department or None,
        "quarter": str(slip.quarter) if slip else None,
        "doubts": [each.label for each in file.doubts],
        "known": file.known or None,
        "figures": [_figure(each) for each in file.entries],
        "issues": [_issue(each) for each in file.issues],
    }


def _figure(entry: Entry) -> Value:
    """Give what came back for an item."""
    return {
        "code": entry.code,
        "text": entry.text,
        "growth": str(entry.growth or "") or None,
        "progress": str(entry.progress or "") or None,
        "missing": entry.missing.label if entry.missing else None,
        "explanation": entry.explanation or None,
    }


def _issue(issue: Finding) -> Value:
    """Give one finding."""
    return {
        "severity": issue.severity.label,
        **_place(issue.place),
        "code": issue.code or None,
        "found": issue.found,
        "message": issue.message,
    }


def _place(place: Place | None) -> dict[str, Value]:
    """Give where something stands, null for the whole file."""
    return {"sheet": place.sheet if place else None, "cell": place.cell if place else None}


def _skipped(batch: Batch) -> Value:
    """Give what was not read, and why."""
    return [
        {"path": str(each.path), "name": each.name, "reason": each.reason} for each in batch.skipped
    ]


def _warnings(batch: Batch) -> list[str]:
    """Word what was not read."""
    return [f"“{each.name}”{each.reason}" for each in batch.skipped] + (
        [] if batch.files else ["没有可以读的来件，请核对路径"]
    )


def _lines(file: Incoming) -> Iterator[str]:
    """Word a file's verdict and issues."""
    slip = file.slip
    whose = f"  {file.department or slip.department} {slip.quarter.label}" if slip else ""
    known = f"（{file.known}）" if file.known else ""
    yield f"{file.name}  {file.verdict.label}{whose}{known}"
    for each in file.issues:
        place = f"{each.place} " if each.place else ""
        found = f"（现为“{each.found}”）" if each.found else ""
        yield f"  〔{each.severity.label}〕{place}{each.message}{found}"


def _taken_lines(came: TakenIn) -> Iterator[str]:
    """Word what became of a file."""
    yield from _lines(came.file)
    state = f"，报表{came.state.label}" if came.state else ""
    yield f"  入库{len(came.taken)}项，{len(came.unchanged)}项没有变化{state}"
    for match in came.open:
        sent, stored, returned = (each or "空" for each in match.difference.texts)
        asked = f"；{match.asked}" if match.asked else ""
        others = "".join(f"，“{each.name}”为“{each.text or '空'}”" for each in match.rivals)
        yield (
            f"  没有选定：“{match.name}”的{match.difference.column.label}"
            f"下发时为“{sent}”，库里为“{stored}”，来件为“{returned}”{others}{asked}"
        )
