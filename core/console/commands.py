"""What each command does: services in, an `Answer` out."""

import getpass
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

from core.console import present
from core.console.answer import Answer
from core.domain.period import Quarter
from core.domain.submission import Origin
from core.errors import UsageError
from core.ports import Store
from core.progress import Progress, finish
from core.reports.catalogue import KINDS
from core.services import (
    assessment,
    distribution,
    entry,
    plans,
    profiles,
    provenance,
    reporting,
    upkeep,
)

Watch = Callable[[Progress], None]


def answer(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Do what the command asks for."""
    return _COMMANDS[words.command](words, store, watch)


def _plans(words: Namespace, store: Store, _: Watch) -> Answer:
    """List the plans, a folder's one added first."""
    if words.action == "add":
        plans.add(store, Path(words.folder))
    return present.plans(plans.summaries(store))


def _reports(_: Namespace, __: Store, ___: Watch) -> Answer:
    """List the kinds of report."""
    return present.kinds(KINDS)


def _report(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Write a report."""
    request = reporting.Request(words.kind, words.plan, _quarter(words))
    job = reporting.produce(store, [request], _formats(words.format), Path(words.output))
    return present.files(finish(job, watch))


def _form(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Write forms for departments to fill in."""
    if words.department == "" and not words.all:
        raise UsageError("--department后面缺少内容")
    request = distribution.Request(words.plan, Quarter.parse(words.quarter), words.department)
    by = words.by or profiles.load(store).name or _user()
    job = distribution.distribute(store, request, Path(words.output), by)
    return present.distributed(finish(job, watch))


def _assess(words: Namespace, store: Store, _: Watch) -> Answer:
    """Judge a plan."""
    return present.assessments(assessment.collect(store, words.plan, _quarter(words)))


def _enter(words: Namespace, store: Store, _: Watch) -> Answer:
    """Enter figures."""
    by = words.by or _user()
    texts = _texts(words.figures)
    quarter = Quarter.parse(words.quarter)
    return present.entered(
        entry.enter(store, words.plan, quarter, texts, Origin(through="命令行填报", by=by))
    )


def _trace(words: Namespace, store: Store, _: Watch) -> Answer:
    """Tell where a figure came from."""
    quarter = Quarter.parse(words.quarter)
    return present.trace(
        words.code, quarter, provenance.trace(store, words.plan, words.code, quarter)
    )


def _backup(words: Namespace, store: Store, _: Watch) -> Answer:
    """Copy the database."""
    return present.backed_up(upkeep.backup(store, Path(words.file)))


def _restore(words: Namespace, store: Store, _: Watch) -> Answer:
    """Put a copy in the place of the database."""
    return present.restored(upkeep.restore(store, Path(words.file), words.by or _user()))


def _verify(_: Namespace, store: Store, __: Watch) -> Answer:
    """Check the database."""
    return present.verified(store.problems())


def _quarter(words: Namespace) -> Quarter | None:
    """Read the quarter, where one was given."""
    return None if words.quarter is None else Quarter.parse(words.quarter)


def _user() -> str:
    """Give the name under which somebody is logged in.

    Raises UsageError where the system knows none: no password entry, no variable, on Windows too.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("不知道是谁在操作，请用--by写明姓名") from error


def _formats(text: str) -> tuple[reporting.Format, ...]:
    """Read the formats of a report.

    Raises UsageError naming an unknown one.
    """
    known = {each.value: each for each in reporting.Format}
    asked = [word.strip().lower() for word in text.split(",") if word.strip()]
    unknown = [word for word in asked if word not in known]
    if unknown or not asked:
        raise UsageError(f"格式“{text}”不可用，可用pdf、xlsx")
    return tuple(known[word] for word in dict.fromkeys(asked))


def _texts(figures: Iterable[str]) -> dict[str, str]:
    """Read CODE=TEXT pairs.

    Raises UsageError naming what is no pair, or a code that comes twice.
    """
    texts: dict[str, str] = {}
    for figure in figures:
        code, sign, text = figure.partition("=")
        if not sign or not code.strip():
            raise UsageError(f"“{figure}”应写作编码=数，如B-01=560.12")
        if code.strip() in texts:
            raise UsageError(f"编码“{code.strip()}”写了两次")
        texts[code.strip()] = text
    return texts


_COMMANDS: dict[str, Callable[[Namespace, Store, Watch], Answer]] = {
    "plans": _plans,
    "reports": _reports,
    "report": _report,
    "assess": _assess,
    "form": _form,
    "enter": _enter,
    "trace": _trace,
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
}
