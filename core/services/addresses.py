"""Where departments get their mail: kept with each, by region, for codes differ between regions."""

from collections.abc import Mapping

from core.errors import NotFoundError
from core.mail import addresses
from core.ports import Store, UnitOfWork
from core.services.assessment import find_plan

_ADDRESS = "address:"


def load(store: Store, plan: str) -> Mapping[str, str]:
    """Give the addresses of a plan's departments by code, in the plan's order, empty for none.

    Raises NotFoundError for an unknown plan.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
        kept = read(work, found.region)
    return {each.code: kept.get(each.code, "") for each in found.departments}


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
