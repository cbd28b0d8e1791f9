"""Errors that are shown to the user as they stand; everything else is a bug."""

from dataclasses import dataclass

LISTED = 200  # faults of a plan folder that a message lists


class UserError(Exception):
    """A sentence in Chinese that says what happened, what was kept and what to do."""


class UsageError(UserError):
    """A command was called with words that it does not know (exit status 2)."""


class FigureError(UserError):
    """A text that is no figure; the sentence names the text."""


class FormulaError(UserError):
    """A text that is no formula; the sentence names the text."""


class NotFoundError(UserError):
    """A plan, an indicator or a kind of report that does not exist."""


class StorageError(UserError):
    """The database cannot be opened, read or written."""


class OutputError(UserError):
    """A report cannot be written where it was asked for, or not with these characters."""


class MailError(UserError):
    """A letter that cannot be written or sent, or settings of mail that cannot hold."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a plan folder: where, what stands there, what is expected.

    `line` counts from 1 as Excel does, 0 when the whole file is meant; `column` is the header's
    text, empty when the whole line is meant.
    """

    file: str
    line: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        """Say it in one sentence, the place first."""
        row = f"第{self.line}行" if self.line else ""
        column = f"“{self.column}”" if self.column else ""
        return f"{self.file}{row}{column}：现为“{self.found}”，应为{self.expected}"


class MalformedPlanError(UserError):
    """A plan folder with faults; all are in `faults`, 200 in the message; nothing was loaded."""

    def __init__(self, folder: str, faults: tuple[Fault, ...]) -> None:
        lines = [f"  {fault}" for fault in faults[:LISTED]]
        lines += [f"  此外还有{len(faults) - LISTED}处"] if len(faults) > LISTED else []
        told = "\n".join(lines)
        super().__init__(f"规划“{folder}”有{len(faults)}处错误，未载入：\n{told}")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with one text of an edit, as a sentence.

    `name` is the field. `group` names the rows in which it stands, counted from 0 by `row`; it
    is empty where the text is the thing's own, `row` then too means nothing.
    """

    sentence: str
    name: str = ""
    group: str = ""
    row: int = 0


class EditError(UserError):
    """An edit that would leave a plan contradicting itself; nothing was changed."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        super().__init__("；\n".join(flaw.sentence for flaw in flaws[:LISTED]) + "。")
        self.flaws = flaws
