"""The plans of the database: listing them, and loading the shipped ones once."""

from pathlib import Path

from core.domain.submission import Origin
from core.ports import LoadedPlan, PlanSummary, Store, UnitOfWork
from core.services import figures
from core.services.planning import plan_record

SHIPPED, FOLDER = "随附规划", "规划文件夹"  # through what a plan's own figures came


def summaries(store: Store) -> tuple[PlanSummary, ...]:
    """Give a line for every plan."""
    with store.reading() as work:
        return work.plans.summaries()


def load_shipped(store: Store, folder: Path) -> tuple[str, ...]:
    """Load the shipped plans that this database has never had; give their codes.

    A plan that somebody deleted stays deleted; one that somebody changed, or made under the same
    code, is left alone, and so is what another program loads at the same moment.
    """
    with store.reading() as work:
        known = work.plans.shipped()
    folders = sorted(each for each in folder.iterdir() if each.is_dir())
    new = [_read(each) for each in folders if each.name not in known]
    if not new:
        return ()
    with store.writing() as work:
        taken = {each.code for each in work.plans.summaries()}
        absent = [each for each in new if each.plan.code not in taken]
        for loaded in absent:
            _add(work, loaded, SHIPPED)
        for loaded in new:
            work.plans.note_shipped(loaded.plan.code, loaded.digest)
    return tuple(loaded.plan.code for loaded in absent)


def add(store: Store, folder: Path) -> str:
    """Load a plan folder that somebody gives; give the plan's code.

    Raises MalformedPlanError with all faults, StorageError where its code is taken.
    """
    loaded = _read(folder)
    with store.writing() as work:
        _add(work, loaded, FOLDER)
        plan_record.note(work, loaded.plan, "", f"导入规划：{loaded.plan.title}")
    return loaded.plan.code


def _read(folder: Path) -> LoadedPlan:
    """Read a plan folder; what reads one is imported only then, for most starts need it not."""
    from core.plans.folder import load

    return load(folder)


def _add(work: UnitOfWork, loaded: LoadedPlan, through: str) -> None:
    """Store a plan with the results that it prints."""
    plan = loaded.plan
    origin = Origin(through=through, by=plan.source, file="results.csv", sha256=loaded.digest)
    work.plans.add(plan)
    figures.save(work, plan, loaded.entries, origin)
    work.decisions.save(plan.code, loaded.decisions)
