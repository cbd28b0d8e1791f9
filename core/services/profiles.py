"""Who uses this database: kept as settings, so that the file carries it along."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from getpass import getuser

from core.domain.department import Department
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.profile import Profile, Role
from core.errors import NotFoundError, StorageError
from core.ports import Store, UnitOfWork

_ROLE, _NAME, _PHONE, _DEPARTMENT = "role", "name", "phone", "department:"


@dataclass(frozen=True, slots=True)
class Choices:
    """The departments of a region, one of which a person may belong to."""

    region: str
    departments: tuple[Department, ...]


def load(store: Store) -> Profile:
    """Give the profile; without a role at the first start."""
    with store.reading() as work:
        return read(work)


def read(work: UnitOfWork) -> Profile:
    """Give the profile within a transaction."""
    kept = work.settings.all()
    role = kept.get(_ROLE, "")
    return Profile(
        Role.of(role) if role in set(Role) else None,
        kept.get(_NAME, ""),
        kept.get(_PHONE, ""),
        dict(_departments(kept)),
    )


def save(store: Store, profile: Profile) -> None:
    """Keep the profile; a region whose department is empty is left out."""
    with store.writing() as work:
        work.settings.put(
            {
                _ROLE: str(profile.role or ""),
                _NAME: profile.name,
                _PHONE: profile.phone,
                **{_DEPARTMENT + region: code for region, code in profile.departments.items()},
            }
        )


def person(store: Store) -> str:
    """Give the name of who sits here: as entered, else, or where nothing is read, as logged in."""
    with suppress(StorageError):
        return load(store).name or getuser()
    return getuser()


def choices(store: Store, code: str) -> Choices:
    """Give the departments of a plan's region, under the names that they have today.

    Raises NotFoundError.
    """
    with store.reading() as work:
        plan = work.plans.get(code)
    if plan is None:
        raise NotFoundError(f"没有规划“{code}”，单位没有列出；请在窗口上方另选一个规划。")
    today = datetime.now().astimezone().date()
    now = plan_as_of(plan, Quarter(today.year, (today.month + 2) // 3))
    return Choices(now.region, now.departments)


def _departments(kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the codes of departments by region."""
    for name, code in kept.items():
        if name.startswith(_DEPARTMENT):
            yield name.removeprefix(_DEPARTMENT), code
