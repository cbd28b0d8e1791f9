"""`Desk`: the files of a batch while they come in, and what somebody decides about them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.domain.changes import Choice, Spot, Way
from core.domain.incoming import USUAL, Incoming, Ruling, everywhere, paired, resolved
from core.domain.period import Quarter
from core.services.inbox.arrivals import Skipped
from core.services.inbox.intake import Batch
from core.services.inbox.taking import Taken
from gui.inbox.tally import Tally, tally

Where = tuple[Path, tuple[int, ...]]  # of a file, inside a mail too


class Desk(QObject):
    """Emits `heard` with a file that was just read, `listed` when the list is another one.

    `decided` tells the places of the files about which something else is decided. Nothing here is
    stored: rulings go to 入库 together with the batch.
    """

    heard = Signal(object)
    listed = Signal()
    decided = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.batch = Batch()
        self.rulings: dict[str, Ruling] = {}
        self._tallies: dict[Where, Tally] = {}

    @property
    def choices(self) -> int:
        """How many decisions would be lost if they were not taken in."""
        own = self.rulings.values()
        return sum(len(each.choices) + (each.goes_in is not None) for each in own)

    def tally(self, file: Incoming) -> Tally:
        """Count what would become of a file."""
        found = self._tallies.get(file.place)
        if found is None:
            found = self._tallies[file.place] = tally(file, self._rivals(file), self.rulings)
        return found

    def hear(self, file: Incoming) -> None:
        """Take a file while others are still read; one that lies here already waits for the end."""
        same = (file.place, file.sha256)
        if not any(each.place in same or each.sha256 in same for each in self.batch.files):
            self.batch = replace(self.batch, files=(*self.batch.files, file))
            self.heard.emit(file)

    def join(self, later: Batch) -> None:
        """Take what was read; decisions about what is another thing now are dropped."""
        later = self._once(later)
        before = {each.place: each for each in self.batch.files}
        for file in later.files:
            self._keep_valid(file, before.get(file.place))
        self._list(self.batch.joined(later))

    def settle(self, taken: Taken, known: Mapping[str, str]) -> None:
        """Go on from what was taken in; `known` says of each such file when that was."""
        done = {each.file.sha256: each for each in taken.files}
        for digest in done:
            self.rulings.pop(digest, None)
        files = [
            replace(each, known=known[each.sha256], matches=done[each.sha256].open, doubts=())
            if each.sha256 in done
            else each
            for each in self.batch.files
        ]
        self._list(replace(self.batch, files=paired(files)))

    def overtaken(self, taken: Taken) -> list[Path]:
        """Give the files that were compared with a form that is another one now."""
        changed = {_quarter(each.file) for each in taken.files if each.taken}
        return [each.path for each in taken.left if each.slip and _quarter(each) in changed]

    def clear(self) -> None:
        """Put all files and decisions away."""
        self.rulings.clear()
        self._list(Batch())

    def choose(self, file: Incoming, spot: Spot, choice: Choice | None) -> None:
        """Decide about a part; without a choice it is as if nobody had."""
        ruling = self.rulings.get(file.sha256, USUAL)
        left = {at: each for at, each in ruling.choices.items() if at != spot}
        self._rule(
            file, replace(ruling, choices=left if choice is None else {**left, spot: choice})
        )

    def choose_all(self, file: Incoming, way: Way) -> None:
        """Decide the same about every conflict of a file."""
        ruling = self.rulings.get(file.sha256, USUAL)
        self._rule(file, replace(ruling, choices={**ruling.choices, **everywhere(file, way)}))

    def admit(self, file: Incoming, *, goes_in: bool) -> None:
        """Say whether a file is taken in."""
        usual = file.goes_in() is goes_in
        ruling = self.rulings.get(file.sha256, USUAL)
        self._rule(file, replace(ruling, goes_in=None if usual else goes_in))

    def choice(self, file: Incoming, spot: Spot) -> Choice | None:
        """Give what somebody decided about a part."""
        return self.rulings.get(file.sha256, USUAL).choices.get(spot)

    def decisions(self, file: Incoming) -> Mapping[Spot, Choice | None]:
        """Give what becomes of each part of a file if it is taken in; empty where it cannot be."""
        ruling = replace(self.rulings.get(file.sha256, USUAL), goes_in=True)
        rulings = {**self.rulings, file.sha256: ruling}
        decided = resolved((file, *self._rivals(file)), rulings).get(file.sha256, ())
        return {each.match.spot: each.choice for each in decided}

    def _rule(self, file: Incoming, ruling: Ruling) -> None:
        self.rulings[file.sha256] = ruling
        if ruling == USUAL:
            del self.rulings[file.sha256]
        places = {each.place for each in (file, *self._rivals(file))}
        for place in places:
            self._tallies.pop(place, None)
        self.decided.emit(places)

    def _rivals(self, file: Incoming) -> list[Incoming]:
        """Give the files that contradict one."""
        digests = {rival.sha256 for match in file.matches for rival in match.rivals}
        return [each for each in self.batch.files if each.sha256 in digests] if digests else []

    def _once(self, later: Batch) -> Batch:
        """Leave out what lies here already under another name."""
        here = {each.sha256: each for each in self.batch.files if each.sha256}
        double = [e for e in later.files if here.get(e.sha256, e).place != e.place]
        skipped = (
            Skipped(e.path, e.name, f"与“{here[e.sha256].name}”是同一个文件，跳过") for e in double
        )
        kept = tuple(each for each in later.files if each not in double)
        return Batch(kept, (*later.skipped, *skipped))

    def _keep_valid(self, file: Incoming, before: Incoming | None) -> None:
        """Drop the decisions about parts whose texts are others now."""
        ruling = self.rulings.get(file.sha256)
        if before is None or ruling is None:
            return
        old = {each.spot: each.difference.texts for each in before.matches}
        same = {e.spot for e in file.matches if old.get(e.spot) == e.difference.texts}
        left = {spot: each for spot, each in ruling.choices.items() if spot in same}
        self.rulings[file.sha256] = replace(ruling, choices=left)

    def _list(self, batch: Batch) -> None:
        self.batch = batch
        self._tallies.clear()
        self.listed.emit()


def _quarter(file: Incoming) -> tuple[str, Quarter] | None:
    """Give the plan's quarter of a file, nothing for one that is no form."""
    return (file.slip.plan, file.slip.quarter) if file.slip else None
