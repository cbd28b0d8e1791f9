"""`Incoming`: a returned file beside the database, and what people make of it.

A batch is a tree of values that never change: files → cells → choices. A page shows `Incoming`s
with their `issues` and `matches`, conflicts first, and gathers a `Ruling` for each; nothing of a
file is stored before that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.domain.changes import Choice, Choices, Difference, Side, Spot, Way, chosen
from core.domain.issue import Severity
from core.domain.period import Quarter
from core.domain.receipt import Doubt
from core.domain.returned import Finding, Place, Signatory, Slip, Verdict
from core.domain.submission import Entry


@dataclass(frozen=True, slots=True)
class Rival:
    """Another file of the batch that says something else in the same part of the same entry."""

    sha256: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """A part of an entry that differs, the texts of which stand side by side.

    `name` is the item's, `raw` what stood in the cell. `barred` says why what came back cannot be
    taken; nothing is to be decided then. `asked` says why a person has to confirm what the cell is
    read as: a number that became a date.
    """

    name: str
    difference: Difference
    raw: str = ""
    place: Place | None = None
    barred: str = ""
    rivals: tuple[Rival, ...] = ()
    asked: str = ""

    @property
    def spot(self) -> Spot:
        """Where it is."""
        return self.difference.spot

    @property
    def conflict(self) -> bool:
        """Whether a person has to decide."""
        return not self.barred and bool(self.difference.conflict or self.rivals or self.asked)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody decided about a file: whether it goes in, and what becomes of its parts.

    Without a word a file goes in unless there are doubts about it.
    """

    goes_in: bool | None = None
    choices: Choices = field(default_factory=dict)


Rulings = Mapping[str, Ruling]  # by the digest of a file
USUAL = Ruling()
_RANKS = {Side.BOTH: 0, Side.RETURNED: 1, Side.STORED: 2}
_Where = tuple[str, Quarter, Spot]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was read and compared; nothing of it is stored.

    `plan` and `department` are names, empty where they are not known. `refusal` says why the file
    cannot be taken in at all, `doubts` why a person has to say that it is. `known` says when it was
    taken in before: only what nobody has decided yet is among its `matches` then. `issues` are
    what the reader found, what stands in the file's way, and what the checks find in the form as
    it would stand. `entries` are what came back, without the empty ones. `sound` tells that
    every cell of it could be read.
    """

    path: Path
    name: str
    sha256: str = ""
    size: int = 0
    slip: Slip | None = None
    plan: str = ""
    department: str = ""
    doubts: tuple[Doubt, ...] = ()
    refusal: str = ""
    known: str = ""
    matches: tuple[Match, ...] = ()
    issues: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()
    signatory: Signatory = field(default_factory=Signatory)
    sound: bool = False
    locked: bool = False
    inside: tuple[int, ...] = ()

    @property
    def place(self) -> tuple[Path, tuple[int, ...]]:
        """Where the file lies, inside a mail too."""
        return self.path, self.inside

    @property
    def verdict(self) -> Verdict:
        """可入库, 有问题, or 不可读."""
        if self.slip is None:
            return Verdict.UNREADABLE
        grave = any(each.severity is Severity.BLOCKING for each in self.issues)
        return Verdict.DOUBTFUL if grave else Verdict.READY

    @property
    def conflicts(self) -> tuple[Match, ...]:
        """The parts about which a person has to decide."""
        return tuple(each for each in self.matches if each.conflict)

    def goes_in(self, ruling: Ruling = USUAL) -> bool:
        """Tell whether the file is taken in, if a person says so or nothing speaks against it."""
        if self.refusal or self.slip is None:
            return False
        return not self.doubts if ruling.goes_in is None else ruling.goes_in


@dataclass(frozen=True, slots=True)
class Decided:
    """A part that differs and what becomes of it; nothing where that is still open."""

    match: Match
    choice: Choice | None


def paired(files: Sequence[Incoming]) -> tuple[Incoming, ...]:
    """Tell each file of the others of the batch that contradict it.

    They may be of one department, or of two that explain the same figure.
    """
    saying: defaultdict[_Where, list[tuple[Incoming, Match]]] = defaultdict(list)
    for file in files:
        for match in filter(_says, file.matches):
            saying[_where(file, match)].append((file, match))
    return tuple(
        replace(file, matches=ranked(_beside(file, each, saying) for each in file.matches))
        for file in files
    )


def ranked(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Put the parts about which a person has to decide first, then what the file changed."""
    return tuple(
        sorted(matches, key=lambda each: (not each.conflict, _RANKS[each.difference.side]))
    )


def resolved(files: Iterable[Incoming], rulings: Rulings) -> dict[str, tuple[Decided, ...]]:
    """Give what becomes of every part that differs in the files that go in, by their digests.

    Where two files contradict each other, taking one is keeping off the other.
    """
    going = {each.sha256: each for each in files if each.goes_in(rulings.get(each.sha256, USUAL))}
    return {
        digest: tuple(
            Decided(match, _choice(digest, match, rulings, going))
            for match in file.matches
            if not match.barred
        )
        for digest, file in going.items()
    }


def everywhere(file: Incoming, way: Way) -> Choices:
    """Choose the same for every conflict of a file with the database: 全部保留, 全部采用.

    Taking does not decide between two files that contradict each other.
    """
    whose = (each for each in file.conflicts if way is Way.KEEP or not each.rivals)
    return {each.spot: Choice(way) for each in whose}


def _says(match: Match) -> bool:
    """Tell whether a file changed a part, so that another one can contradict it."""
    return not match.barred and match.difference.side is not Side.STORED


def _where(file: Incoming, match: Match) -> _Where:
    """Give the part of which entry of a plan's quarter a file speaks."""
    return (file.slip.plan if file.slip else "", match.difference.returned.quarter, match.spot)


def _beside(
    file: Incoming, match: Match, saying: Mapping[_Where, Sequence[tuple[Incoming, Match]]]
) -> Match:
    """Give a part with the files that say something else there."""
    said = match.difference.texts[2]
    others = saying.get(_where(file, match), ()) if _says(match) else ()
    told = ((each, other.difference.texts[2]) for each, other in others if each is not file)
    rivals = tuple(Rival(each.sha256, each.name, text) for each, text in told if text != said)
    return match if rivals == match.rivals else replace(match, rivals=rivals)


def _choice(
    digest: str, match: Match, rulings: Rulings, going: Mapping[str, Incoming]
) -> Choice | None:
    """Give what becomes of a part of a file."""
    own = rulings.get(digest, USUAL).choices
    others = [each.sha256 for each in match.rivals if each.sha256 in going]
    if match.spot in own or not (others or match.asked):
        return chosen(match.difference, own)
    theirs = (rulings.get(each, USUAL).choices.get(match.spot) for each in others)
    taken = any(each and each.way is not Way.KEEP for each in theirs)
    return Choice(Way.KEEP) if taken else None
