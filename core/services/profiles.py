"""Who uses this database: kept as settings, so that the file carries it along."""

from collections.abc import Iterator, Mapping

from core.domain.profile import Profile, Role
from core.ports import Store, UnitOfWork

_ROLE, _NAME, _PHONE, _DEPARTMENT = "role", "name", "phone", "department:"


def load(store: Store) -> Profile:
    """Give the profile; without a role at the first start."""
    with store.reading() as work:
        return read(work)


def read(work: UnitOfWork) -> Profile:
    """Give the profile within a transaction."""
    kept = work.settings.all()
    role = kept.get(_ROLE, "")
    return Profile(
        Role(role) if role in set(Role) else None,
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


def _departments(kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the codes of departments by region."""
    for name, code in kept.items():
        if name.startswith(_DEPARTMENT):
            yield name.removeprefix(_DEPARTMENT), code
