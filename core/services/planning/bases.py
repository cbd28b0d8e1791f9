"""补录基期: entering the bases that a plan does not print."""

from collections.abc import Mapping

from core.domain.bases import filled, read_base
from core.domain.figure import Figure
from core.domain.plan import Plan
from core.errors import EditError, FigureError, Flaw
from core.ports import Store
from core.services.planning import planning


def fill(
    store: Store, plan: str, texts: Mapping[str, str], reason: str, document: str = ""
) -> None:
    """Store the bases of indicators by code, all or none.

    Raises EditError naming what cannot be read or is gone, NotFoundError, StorageError.
    """
    before = planning.load(store, plan)
    planning.save(store, before, filled(before, _read(before, texts), reason, document))


def _read(plan: Plan, texts: Mapping[str, str]) -> dict[str, Figure]:
    """Read all texts, or say everything that is wrong with them."""
    bases: dict[str, Figure] = {}
    flaws: list[Flaw] = []
    for code, text in texts.items():
        try:
            bases[code] = _base(plan, code, text)
        except FigureError as error:
            flaws.append(Flaw(f"{code}：{error}"))
    if flaws:
        raise EditError((*flaws, Flaw("基期都没有保存，改正后再保存")))
    return bases


def _base(plan: Plan, code: str, text: str) -> Figure:
    """Read one base.

    Raises FigureError.
    """
    indicator = plan.find(code)
    if indicator is None:
        raise FigureError("规划里已经没有这项指标")
    return read_base(indicator, text)[0]
