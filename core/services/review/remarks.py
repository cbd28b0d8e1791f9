"""审核意见: what a reviewer says of a figure, and that it was dealt with."""

from dataclasses import replace

from core.domain.period import Quarter
from core.domain.reviewing.review import Remark
from core.domain.submission import Event, Origin
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.services.clock import now

SUBJECT = "审核意见"  # under which remarks stand in the chain of changes
LONGEST = 500  # characters
_SETTLED, _OPEN = "已处理", "未处理"


def add(store: Store, plan: str, remark: Remark) -> Remark:
    """Store a remark as of now, and give it with its number.

    Raises UserError for a text that is empty, too long or not to be printed, NotFoundError.
    """
    words = " ".join(remark.text.split())
    if not words or len(words) > LONGEST or not words.isprintable():
        raise UserError(f"意见应为1至{LONGEST}个可以打印的字，没有保存，请重新填写")
    with store.writing() as work:
        kept = work.remarks.add(plan, replace(remark, text=words, at=now()))
        _note(work, plan, kept, "", words)
    return kept


def settle(store: Store, plan: str, remark: Remark, by: str, *, done: bool = True) -> None:
    """Note that a remark was dealt with, or open it again.

    Raises NotFoundError.
    """
    with store.writing() as work:
        work.remarks.settle(plan, remark.number, now() if done else "")
        state = _SETTLED if done else _OPEN
        _note(work, plan, replace(remark, by=by), remark.text, f"{state}：{remark.text}")


def on(work: UnitOfWork, plan: str, department: str, quarter: Quarter) -> tuple[Remark, ...]:
    """Give the remarks on a department's form, oldest first."""
    found = work.remarks.of(plan, quarter)
    return tuple(each for each in found if each.department == department)


def _note(work: UnitOfWork, plan: str, remark: Remark, before: str, after: str) -> None:
    """Record what somebody did with a remark."""
    place, origin = (remark.code, str(remark.quarter)), Origin(SUBJECT, remark.by)
    work.changes.note(plan, Event(SUBJECT, *place, before, after, origin, now()))
