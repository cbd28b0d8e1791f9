"""What was set for a database."""

from collections.abc import Mapping
from typing import Protocol


class Settings(Protocol):
    """What the office decided for this database, as names and texts."""

    def all(self) -> Mapping[str, str]:
        """Give everything that was set."""
        ...

    def put(self, values: Mapping[str, str]) -> None:
        """Set some; an empty text takes one away."""
        ...
