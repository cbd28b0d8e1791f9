"""How Excel is told of many cells: A5:A8 A10, neighbours together."""

from collections.abc import Iterable, Iterator, Sequence


def areas(columns: Sequence[str], rows: Sequence[int]) -> str:
    """Write the cells of some columns, by their letters, in rising rows."""
    runs = tuple(_runs(rows))
    return " ".join(
        f"{column}{first}" if first == last else f"{column}{first}:{column}{last}"
        for column in columns
        for first, last in runs
    )


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Part rising numbers into runs without a gap."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(number)
    yield run[0], run[-1]
