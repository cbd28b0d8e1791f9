"""The command return: forms given back to departments, in lines and in JSON."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from core.console.answer import Answer, Document, Value
from core.domain import days
from core.domain.incoming import Incoming
from core.domain.period import Quarter
from core.domain.returned import Finding
from core.errors import UsageError, UserError
from core.ports import Store
from core.progress import Progress, finish
from core.services import profiles
from core.services.inbox import intake, reasons, returning
from core.services.inbox.doubts import ANY
from core.services.inbox.intake import Open
from core.services.inbox.reasons import Return
from core.services.inbox.returning import GivenBack
from core.workbooks.sandbox import Sandbox

Watch = Callable[[Progress], None]


def give_back(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Give back files, or the form of a department as it is stored."""
    until = _day(words.until)
    with Sandbox() as sandbox:
        asked, left_out = _asked(words, store, sandbox.arrive, watch)
        returns = [replace(each, until=until, password=words.password) for each in asked]
        by = words.by or profiles.person(store)
        job = returning.give_back(store, returns, Path(words.output), sandbox.arrive, by)
        done = finish(job, watch)
    paths = [str(path) for each in done for path in each.files]
    document: Document = {
        "files": paths,
        "returned": [_given_back(each) for each in done],
        "left_out": left_out,
    }
    return Answer(paths, document, bool(done) and not left_out, left_out)


def _asked(
    words: Namespace, store: Store, open_file: Open, watch: Watch
) -> tuple[list[Return], list[str]]:
    """Say what is given back, and why some files are not."""
    whose = (words.plan, words.quarter, words.department)
    if words.files and not words.reason:
        return _of_files(words, store, open_file, watch)
    if words.files or not all(whose):
        raise UsageError("请写明要退回的文件，或者不写文件而写--plan、--quarter、--department")
    plan, quarter, department = words.plan, Quarter.parse(words.quarter), words.department
    return [reasons.of_form(store, plan, quarter, department, _words(words.reason))], []


def _of_files(
    words: Namespace, store: Store, open_file: Open, watch: Watch
) -> tuple[list[Return], list[str]]:
    """Read the files and say what is wrong with each."""
    paths = [Path(each) for each in words.files]
    batch = finish(intake.read(store, paths, open_file, ANY, words.password), watch)
    returns, left_out = list[Return](), [f"“{each.name}”{each.reason}" for each in batch.skipped]
    for file in batch.files:
        try:
            returns.append(_of_file(words, store, file))
        except UserError as error:
            left_out.append(str(error))
    return returns, left_out


def _of_file(words: Namespace, store: Store, file: Incoming) -> Return:
    """Say what is wrong with a file; the command line may say whose it is where it does not."""
    if file.slip is None and words.plan and words.quarter and words.department:
        quarter = Quarter.parse(words.quarter)
        return reasons.of_unread(store, file, words.plan, quarter, words.department)
    return reasons.of_file(file)


def _words(given: Iterable[str]) -> dict[str, str]:
    """Read CODE=TEXT pairs.

    Raises UsageError naming what is no pair.
    """
    pairs = [each.partition("=") for each in given]
    for code, sign, text in pairs:
        if not (sign and code.strip() and text.strip()):
            raise UsageError(f"“{code}{sign}{text}”应写作编码=怎么改，如B-02=请核对单位")
    return {code.strip(): text.strip() for code, _, text in pairs}


def _day(text: str) -> date | None:
    """Read the last day for a correction, where one was given."""
    if not text:
        return None
    found = days.parse(text)
    if len(found) != 1:
        raise UsageError(f"改正时限“{text}”应是一个日期，如2024-07-30")
    return min(found)


def _given_back(done: GivenBack) -> Value:
    """Give what was given back to a department."""
    asked, slip = done.asked, done.slip
    return {
        "plan": asked.plan,
        "department": asked.department,
        "quarter": str(asked.quarter),
        "number": slip.number,
        "until": slip.until.isoformat(),
        "files": [str(path) for path in done.files],
        "issues": [_issue(each) for each in slip.findings],
    }


def _issue(finding: Finding) -> Value:
    """Give one thing to correct."""
    place = finding.place
    return {
        "code": finding.code or None,
        "sheet": place.sheet if place else None,
        "cell": place.cell if place else None,
        "found": finding.found,
        "message": finding.message,
    }
