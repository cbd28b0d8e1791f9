"""Reports that are often asked for, under names of the user's own and in the order of keeping."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.domain.indicator import Binding
from core.domain.period import Quarter
from core.domain.printed import Edition
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.services.reports.reporting import Request

_KEY = "reports:favourites"
LONGEST, MOST = 40, 50  # characters of a name, favourites
_UNREADABLE = (ValueError, TypeError, KeyError, UserError)


@dataclass(frozen=True, slots=True)
class Favourite:
    """A named report; without a quarter it is of the one that is chosen at the time."""

    name: str
    request: Request


def load(store: Store) -> tuple[Favourite, ...]:
    """Give the favourites in their order."""
    with store.reading() as work:
        return _read(work)


def add(store: Store, favourite: Favourite) -> tuple[Favourite, ...]:
    """Keep a favourite at the end, or in the place of the one with its name.

    Raises UserError for a name that is empty, too long or not to be printed, or one too many.
    """
    name = _checked(favourite.name)
    made = Favourite(name, favourite.request)
    with store.writing() as work:
        kept = {each.name: each for each in _read(work)} | {name: made}
        if len(kept) > MOST:
            raise UserError(f"常用报告最多{MOST}个，没有保存；请先删去不用的")
        return _write(work, tuple(kept.values()))


def remove(store: Store, name: str) -> tuple[Favourite, ...]:
    """Take a favourite away; one that is not there changes nothing."""
    with store.writing() as work:
        return _write(work, [each for each in _read(work) if each.name != name])


def _checked(name: str) -> str:
    """Give a name on one line without blanks around it."""
    words = " ".join(name.split())
    if not words or len(words) > LONGEST or not words.isprintable():
        raise UserError(f"常用报告的名称应为1至{LONGEST}个可以打印的字，没有保存，请重新填写")
    return words


def _read(work: UnitOfWork) -> tuple[Favourite, ...]:
    """Give the favourites within a transaction; what cannot be read any more is left out."""
    try:
        told = json.loads(work.settings.all().get(_KEY, "[]"))
    except ValueError:
        return ()
    return tuple(_readable(told)) if isinstance(told, list) else ()


def _readable(told: Iterable[object]) -> Iterator[Favourite]:
    """Give those favourites that can be read."""
    for each in told:
        try:
            yield _favourite(each)
        except _UNREADABLE:
            continue


def _favourite(told: object) -> Favourite:
    """Read a favourite."""
    match told:
        case {"name": str(name), "kind": str(kind), "plan": str(plan), **rest}:
            texts = {str(key): str(value) for key, value in rest.items()}
            return Favourite(name, _request(kind, plan, texts))
    raise ValueError(told)


def _request(kind: str, plan: str, texts: Mapping[str, str]) -> Request:
    """Read what is asked for."""
    quarter, binding = texts.get("quarter"), texts.get("binding")
    return Request(
        kind,
        plan,
        Quarter.parse(quarter) if quarter else None,
        texts.get("department", ""),
        texts.get("section", ""),
        Binding.of(binding) if binding else None,
        Edition.of(texts.get("edition", Edition.FINAL)),
        "public" in texts,
    )


def _write(work: UnitOfWork, kept: Sequence[Favourite]) -> tuple[Favourite, ...]:
    """Keep favourites within a transaction, and give them."""
    told = json.dumps([_plain(each) for each in kept], ensure_ascii=False) if kept else ""
    work.settings.put({_KEY: told})
    return tuple(kept)


def _plain(each: Favourite) -> dict[str, object]:
    """Give a favourite as JSON holds it, without what is empty."""
    asked = each.request
    told = {
        "name": each.name,
        "kind": asked.kind,
        "plan": asked.plan,
        "quarter": str(asked.quarter or ""),
        "department": asked.department,
        "section": asked.section,
        "binding": asked.binding or "",
        "edition": asked.edition,
        "public": asked.public,
    }
    return {key: value for key, value in told.items() if value}
