"""`Steps`: what was done to a form, to be taken back and done again."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.submission import Entry

Entries = Mapping[int, Entry]


@dataclass(frozen=True, slots=True)
class Step:
    """One act: the entries by row as they were and as they became, and its name."""

    words: str
    before: Entries
    after: Entries


class Steps:
    """Two stacks: what was done, and what was taken back.

    A step changes stacks only once the reverse is on disk; Qt's own undo stack takes every step
    for one that cannot fail.
    """

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Take a step that was just done; what was taken back before cannot be done again."""
        self._done.append(step)
        self._undone.clear()

    def clear(self) -> None:
        """Forget everything: after 报送, 入库 and a change of plan nothing is taken back."""
        self._done.clear()
        self._undone.clear()

    @property
    def last(self) -> Step | None:
        """The step that would be taken back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """The step that would be done again."""
        return self._undone[-1] if self._undone else None

    def went_back(self) -> None:
        """Note that the last step was taken back."""
        self._undone.append(self._done.pop())

    def went_on(self) -> None:
        """Note that the next step was done again."""
        self._done.append(self._undone.pop())
