"""What each command does: services in, an `Answer` out."""

import getpass
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from core.console import judging, present
from core.console.answer import Answer
from core.console.pairs import pairs
from core.domain.period import Quarter
from core.domain.submission import Origin
from core.errors import UsageError
from core.ports import Store
from core.progress import Progress, finish
from core.reports.catalogue import KINDS
from core.services import assessment, distribution, entry, profiles, provenance, upkeep
from core.services.inbox import receipts
from core.services.planning import plans

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
    """Write reports."""
    from core.console import reports

    return reports.write(words, store, watch)


def _verify_code(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Tell what a printed code shows."""
    from core.console import reports

    return reports.verify(words, store, watch)


def _form(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Write forms for departments to fill in."""
    request = distribution.Request(words.plan, Quarter.parse(words.quarter), words.department)
    by = words.by or profiles.load(store).name or _user()
    job = distribution.distribute(store, request, Path(words.output), by)
    return present.distributed(finish(job, watch))


def _assess(words: Namespace, store: Store, _: Watch) -> Answer:
    """Judge a plan."""
    return judging.judgements(assessment.collect(store, words.plan, _quarter(words)))


def _enter(words: Namespace, store: Store, _: Watch) -> Answer:
    """Enter figures."""
    by = words.by or _user()
    texts = pairs(words.figures, "数", "B-01=560.12")
    quarter = Quarter.parse(words.quarter)
    return present.entered(
        entry.enter(store, words.plan, quarter, texts, Origin(through="命令行填报", by=by))
    )


def _check(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Read returned workbooks."""
    from core.console import incoming

    return incoming.check(words, store, watch)


def _intake(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Take returned workbooks in."""
    from core.console import incoming

    return incoming.take_in(words, store, watch)


def _return(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Give forms back to be corrected."""
    from core.console import returning

    return returning.give_back(words, store, watch)


def _trace(words: Namespace, store: Store, _: Watch) -> Answer:
    """Tell where a figure came from."""
    quarter = Quarter.parse(words.quarter)
    found = provenance.trace(store, words.plan, words.code, quarter)
    last = found.last.origin if found.last else None
    original = None
    if words.original and last and last.cell:
        original = receipts.save_original(store, last.file, last.sha256, Path(words.original))
    return present.trace(words.code, quarter, found, original)


def _mail(words: Namespace, store: Store, watch: Watch) -> Answer:
    """Write to departments, keep where they get their mail, or tell what they got."""
    from core.console import mailing

    match words.action:
        case "addresses":
            return mailing.known_addresses(words, store)
        case "sent":
            return mailing.sent(words, store)
    return mailing.letters(words, store, watch)


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


_COMMANDS: dict[str, Callable[[Namespace, Store, Watch], Answer]] = {
    "plans": _plans,
    "reports": _reports,
    "report": _report,
    "assess": _assess,
    "form": _form,
    "check": _check,
    "intake": _intake,
    "return": _return,
    "enter": _enter,
    "trace": _trace,
    "mail": _mail,
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
    "verify-code": _verify_code,
}
