"""`Tally`: what would become of a file by what is decided about it so far."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.changes import Way
from core.domain.incoming import USUAL, Incoming, Rulings, resolved
from core.domain.issue import Severity


@dataclass(frozen=True, slots=True)
class Tally:
    """Parts that are taken, conflicts and those of them that are open, entries that are as stored.

    `goes_in` tells whether the file is taken in, `grave` counts its issues that are no hints.
    """

    goes_in: bool
    taken: int
    conflicts: int
    open: int
    unchanged: int
    grave: int

    @property
    def asks(self) -> bool:
        """Whether a person should look at the file."""
        return bool(self.open or self.grave)


def tally(file: Incoming, rivals: Iterable[Incoming], rulings: Rulings) -> Tally:
    """Count; `rivals` are the files that contradict this one."""
    goes_in = file.goes_in(rulings.get(file.sha256, USUAL))
    decided = resolved((file, *rivals), rulings).get(file.sha256, ())
    choices = [each.choice for each in decided]
    differing = {each.spot[0] for each in file.matches}
    return Tally(
        goes_in,
        sum(choice is not None and choice.way is not Way.KEEP for choice in choices),
        len(file.conflicts),
        choices.count(None),
        sum(each.code not in differing for each in file.entries),
        sum(each.severity is not Severity.HINT for each in file.issues),
    )
