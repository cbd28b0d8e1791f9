"""Words that have one code in the program and one official wording on screen and paper."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A member is its code; `label` is the Chinese that users read and write."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make a member from `(code, label)`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Give the member that has a code.

        Raises KeyError.
        """
        return {member.value: member for member in cls}[code]
