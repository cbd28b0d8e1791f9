"""The page 完成情况 beside a bare table with the same strings, each made, filled and painted."""

from pathlib import Path

from tests.bench import databases
from tests.bench.pair import Pair
from tests.bench.timing import Clock, timed


def _page(folder: Path) -> tuple[Clock, Clock]:
    """Judge 400 indicators and show them on the page; show their strings in a bare table."""
    from tests.bench.completion_page import Pages

    pages = Pages(databases.filled(folder / "guiji.db"))
    return timed(pages.ours), timed(pages.bare)


PAIRS = (Pair("completion", "打开400个指标的完成情况页，比裸QTableView显示同样的字", 4, _page),)
