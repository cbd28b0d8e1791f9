"""`python3 run.py bench [名称…] [--rounds N]`: prints a line per pair and gates nothing."""

# ruff: noqa: T201 - it prints what it measured

import argparse
import tempfile
from pathlib import Path

from tests.bench import completions, forms, intake, judging, reading, reports, starts, workbooks
from tests.bench.pair import Pair, SkippedError
from tests.bench.timing import Medians, compare

_ALL = (starts, forms, completions, workbooks, intake, judging, reports, reading)
PAIRS = {pair.name: pair for each in _ALL for pair in each.PAIRS}
HEAD = "名称        比值   应不大于     中位数（毫秒）     比的是什么"


def main() -> None:
    """Measure the pairs that are named, or all."""
    asked = _arguments()
    print(HEAD, flush=True)
    for pair in map(PAIRS.__getitem__, asked.names or PAIRS):
        print(_line(pair, asked.rounds), flush=True)


def _arguments() -> argparse.Namespace:
    """Read which pairs are wanted and how often each is taken."""
    parser = argparse.ArgumentParser(prog="run.py bench", description="量出各项速度之比；不设门槛")
    parser.add_argument("names", nargs="*", metavar="名称", help="、".join(PAIRS) + "；默认全部")
    parser.add_argument("--rounds", type=int, default=11, metavar="次数", help="每对轮流的次数")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in PAIRS]
    if unknown or asked.rounds < 1:
        parser.error(f"没有{'、'.join(unknown)}" if unknown else "次数至少为1")
    return asked


def _line(pair: Pair, rounds: int) -> str:
    """Measure a pair in a folder of its own and put the result into a line."""
    with tempfile.TemporaryDirectory(prefix="guiji-bench-") as folder:
        try:
            found = _shown(pair, compare(*pair.sides(Path(folder)), rounds))
        except SkippedError as reason:
            found = f"{'跳过':>6}{'':31}"
            return f"{pair.name:<8}{found}{pair.title}：{reason}"
    return f"{pair.name:<8}{found}  {pair.title}"


def _shown(pair: Pair, medians: Medians) -> str:
    """Write a ratio, its bound and both medians."""
    ours, theirs = medians.ours * pair.scale, medians.theirs * pair.scale
    return f"{medians.ratio:8.2f}   ≤ {pair.bound:<4g}{ours:12.1f} / {theirs:<10.1f}"


if __name__ == "__main__":
    main()
