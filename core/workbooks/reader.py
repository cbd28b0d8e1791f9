"""Reading a returned workbook: what its cells mean, which locked ones changed, what is wrong.

    read(name, content, key, items, password) -> Returned    all at once, whatever the content
    understood(arrived, key, items) -> Returned              of a file that `arrive` has opened

What a file's bytes could bring about is over when it has arrived, so that this much can happen in
a process of its own, which needs neither the key nor the plan.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from core.domain.indicator import Item
from core.domain.returned import Finding, Returned, Slip
from core.workbooks import seal
from core.workbooks.answers import reply, sent_entry
from core.workbooks.foot import signatory
from core.workbooks.layout import Field
from core.workbooks.manifest import Manifest
from core.workbooks.search.arrival import arrive
from core.workbooks.search.arrived import Arrived, grave

Items = Callable[[Slip], Mapping[str, Item]]  # what a form asks for, by code; nothing if unknown
_FORGED = "随表下发的隐藏信息被改过，封印不符，下发时的数不可信；请逐格核对，或请对方用原表重填"
_NO_ITEM = "规划里现在没有“{}”（{}），没有读这一行；请核对规划是否改过"


def read(
    name: str, content: bytes, key: bytes | None, items: Items, password: str = ""
) -> Returned:
    """Read a file; `key` is the one it was sealed with, nothing where another database issued it.

    Raises nothing, whatever the content.
    """
    return understood(arrive(name, content, password), key, items)


def understood(arrived: Arrived, key: bytes | None, items: Items) -> Returned:
    """Tell what the cells of a file mean."""
    bare = Returned(
        arrived.name,
        arrived.sha256,
        arrived.size,
        findings=arrived.findings,
        locked=arrived.locked,
    )
    sent = arrived.manifest
    return bare if sent is None else _filled(bare, arrived, sent, key, items(sent.slip))


def _filled(
    bare: Returned,
    arrived: Arrived,
    sent: Manifest,
    key: bytes | None,
    items: Mapping[str, Item],
) -> Returned:
    """Fill in what the rows and the foot say."""
    known = [line for line in sent.lines if line.code in items]
    held = {line.code: sent_entry(line, sent.slip.quarter) for line in known}
    asked = {line.code for line in known if line.open}
    replies = {
        line.code: reply(line, found, items[line.code], held[line.code])
        for line in known
        if (found := arrived.rows.get(line.code))
    }
    signed, unread = signatory(arrived.foot)
    forged = key is not None and not seal.is_genuine(sent, key)
    return replace(
        bare,
        slip=sent.slip,
        forged=forged,
        entries={code: each.entry for code, each in replies.items() if code in asked},
        sent={code: entry for code, entry in held.items() if code in asked},
        answers=tuple(answer for each in replies.values() for answer in each.answers),
        tampered=tuple(change for each in replies.values() for change in each.tampered),
        signatory=signed,
        findings=(
            *((grave(_FORGED),) if forged else ()),
            *_unknown(sent, items),
            *(finding for each in replies.values() for finding in each.findings),
            *bare.findings,
            *unread,
        ),
    )


def _unknown(sent: Manifest, items: Mapping[str, Item]) -> Iterator[Finding]:
    """Say which items the plan no longer has."""
    for line in sent.lines:
        if line.code not in items:
            name = line.locked.get(Field.NAME, line.code)
            yield grave(_NO_ITEM.format(name, line.code), name)
