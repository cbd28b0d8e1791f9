"""Filling sheets from the top down with the parts of a report, one after the other."""

from core.reports.layout import Caption, Head, Piece, Placed, Sheet
from core.reports.pdf.sheet import Area

_ROUNDING = 0.01


class Flow:
    """The sheets so far; `y` is how far the last one is filled."""

    def __init__(self) -> None:
        self._sheets: list[tuple[bool, list[Placed]]] = []
        self._bare = True
        self.y = 0.0

    @property
    def area(self) -> Area:
        """The area of the last sheet."""
        return Area(self._sheets[-1][0])

    @property
    def left(self) -> float:
        """The height that is left on the last sheet."""
        return self.area.height - self.y + _ROUNDING

    @property
    def bare(self) -> bool:
        """Whether the last sheet has nothing but lines above what is still to come."""
        return self._bare

    def begin(self, *, landscape: bool) -> None:
        """Begin a sheet."""
        self._sheets.append((landscape, []))
        self._bare, self.y = True, 0.0

    def turn(self, *, landscape: bool, fresh: bool) -> None:
        """Begin a sheet where the last one lies otherwise, or a fresh one is wanted."""
        if not self._sheets or landscape != self.area.landscape or (fresh and not self._bare):
            self.begin(landscape=landscape)

    def need(self, height: float) -> None:
        """Begin a sheet like the last one where that has no room for a height."""
        if height > self.left and not self._bare:
            self.begin(landscape=self.area.landscape)

    def place(self, what: Head | Caption | Piece, height: float) -> None:
        """Put something below what is there."""
        self._sheets[-1][1].append(Placed(self.y, what))
        self._bare = self._bare and not isinstance(what, Piece)
        self.y += height

    def skip(self, height: float) -> None:
        """Leave a height empty."""
        self.y += height

    def sheets(self) -> tuple[Sheet, ...]:
        """Give the sheets."""
        return tuple(Sheet(landscape, tuple(placed)) for landscape, placed in self._sheets)
