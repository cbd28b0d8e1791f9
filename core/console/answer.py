"""What a command answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Document = Mapping[str, "Value"] | Sequence["Value"]
Value = str | int | bool | None | Document


@dataclass(frozen=True, slots=True)
class Answer:
    """The lines for a reader and the same as a JSON document; `met` is false for exit status 1.

    `warnings` go to stderr, in lines.
    """

    lines: Sequence[str]
    document: Document
    met: bool = True
    warnings: Sequence[str] = ()
