"""Where departments get their mail: kept with each, by region, for codes differ between regions."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.department import Department
from core.errors import NotFoundError
from core.mail import addresses
from core.ports import Store, UnitOfWork
from core.services.assessment import find_plan

_ADDRESS = "address:"


@dataclass(frozen=True, slots=True)
class Addressed:
    """A department and where it gets its mail: addresses parted by commas, empty for none."""

    department: Department
    address: str


def load(store: Store, plan: str) -> tuple[Addressed, ...]:
    """Give the addresses of a plan's departments, in the plan's order.

    Raises NotFoundError for an unknown plan.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
        kept = read(work, found.region)
    return tuple(Addressed(each, kept.get(each.code, "")) for each in found.departments)


def read(work: UnitOfWork, region: str) -> Mapping[str, str]:
    """Give the addresses of a region by department, within a transaction."""
    name = f"{_ADDRESS}{region}:"
    kept = work.settings.all().items()
    return {key.removeprefix(name): text for key, text in kept if key.startswith(name)}


def save(store: Store, plan: str, given: Mapping[str, str]) -> None:
    """Keep the addresses of some departments by code; an empty text takes one away.

    Raises MailError for what is no address, NotFoundError for a department that the plan lacks;
    nothing is kept then.
    """
    texts = {code: ", ".join(addresses.addresses(text)) for code, text in given.items()}
    with store.writing() as work:
        found = find_plan(work, plan)
        for code in texts:
            if found.department(code) is None:
                raise NotFoundError(f"规划里没有编码为“{code}”的单位，邮箱没有保存")
        name = f"{_ADDRESS}{found.region}:"
        work.settings.put({name + code: text for code, text in texts.items()})
