"""What tables show of a `Standing`, and the roles under which they give it."""

from enum import IntEnum

from PySide6.QtCore import Qt

from core.domain.advice import day_words
from core.domain.standing import Standing

OPENING = "按回车或双击打开这张报表"


class Role(IntEnum):
    """The roles of tables whose cells are forms."""

    FORM = Qt.ItemDataRole.UserRole
    ORDER = Qt.ItemDataRole.UserRole + 1
    WHOLE = Qt.ItemDataRole.UserRole + 2  # whether the cell shows the detail beside the state
    OWED = Qt.ItemDataRole.UserRole + 3  # whether the row's form of that quarter is still owed
    MARKED = Qt.ItemDataRole.UserRole + 4  # whether a header is that of the chosen quarter


def shown(form: Standing, role: int, name: str) -> object:
    """Give what a cell with the form of a department called `name` shows in a role."""
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            return words(form)
        case Qt.ItemDataRole.ToolTipRole:
            return tip(name, form)
        case Role.FORM:
            return form
        case Role.ORDER:
            return order(form)
    return None


def detail(form: Standing) -> str:
    """Say what the state does not: how much is filled, and by how much it is late."""
    if form.idle:
        return ""
    if form.state.closed:
        return form.timing
    share = f"{form.filled}/{form.required}" if form.filled else ""
    late = form.timing if form.late else ""
    return " ".join(each for each in (share, late) if each)


def words(form: Standing) -> str:
    """Say in one line how far a form has come."""
    return " ".join(each for each in (form.word, detail(form)) if each)


def tip(name: str, form: Standing) -> str:
    """Say all about a form."""
    if form.idle:
        return f"{name}　{form.quarter.label}\n没有要填的数"
    day = day_words(form.deadline, form.today)
    lines = [
        f"{name}　{form.quarter.label}",
        f"{form.word}，已填{form.filled}/{form.required}项",
        f"{day}截止，{form.timing}" if form.over or form.on else f"{day}截止",
        f"{day_words(form.on, form.today)}报出" if form.on else "",
        OPENING,
    ]
    return "\n".join(line for line in lines if line)


def order(form: Standing) -> int:
    """Give a number to sort by: what is latest first, then what has come least far."""
    return form.rank * 10_000 - (form.late if form.owed else 0)
