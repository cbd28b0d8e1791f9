"""`CellState`: what a cell of the form tells by its colour and its sign."""

from enum import Enum

from core.domain.calculated import takes
from core.domain.cell import TYPED, Column
from core.domain.form import Form, Row
from core.domain.issue import Severity
from core.domain.submission import State


class CellState(Enum):
    """The value is what a screen reader and the tooltip call the state."""

    GIVEN = "系统填好"
    IDLE = "不用填"
    LOCKED = "锁定"
    EMPTY = "未填"
    OPTIONAL = "可填"
    FILLED = "已填"
    COMPUTED = "由公式计算"
    AWAITING = "等待计算"
    TAKEN = "由来件或规划带入"
    EXPLAIN = "须说明"
    BLOCKING = "强制"
    APPROVED = "审定"


def state_of(form: Form, row: Row, column: Column) -> CellState:
    """Tell what state a cell is in; what is wrong with it goes before all else."""
    if column not in TYPED:
        return CellState.GIVEN
    if row.idle:
        return CellState.IDLE
    grades = {issue.severity for issue in row.issues if issue.column == column}
    if Severity.BLOCKING in grades:
        return CellState.BLOCKING
    if Severity.EXPLAIN in grades and not row.entry.explanation:
        return CellState.EXPLAIN
    return _undisputed(form, row, column)


def _undisputed(form: Form, row: Row, column: Column) -> CellState:
    """Tell the state of a cell with which nothing is wrong."""
    if form.state is State.APPROVED:
        return CellState.APPROVED
    if row.calculation and column is Column.FIGURE and takes(row.entry):
        return CellState.COMPUTED if row.computed else CellState.AWAITING
    if row.text(column):
        return CellState.TAKEN if row.taken and column is Column.FIGURE else CellState.FILLED
    if form.lock(row, column):
        return CellState.LOCKED
    wanted = row.asked and column is Column.FIGURE and not row.filled
    return CellState.EMPTY if wanted else CellState.OPTIONAL
