"""What is to be done next with the files of a desk, and how they are counted."""

from collections import Counter

from core.domain.incoming import USUAL, Incoming
from core.domain.returned import Verdict
from gui.inbox.desk import Desk

BEGIN = "拖入各单位交回的文件、文件夹或邮件，逐个核对，再按“入库”。入库以前什么都不写入。"
LOCKED = "有{count}个文件要密码，请按“输入密码”。"
DECIDE = "还有{count}处冲突没有选定：↑↓移动，B保留，C采用，G改为。选定后按“入库”（Ctrl+Enter）。"
DOUBTFUL = "有{count}个文件要由您决定是否入库：看右边的问题，可用的在文件名前打勾。"
READY = "核对无误后按“入库”（Ctrl+Enter）。入库前先自动备份，全部一次写入。"
DONE = "列出的文件都已入库。可以再拖入别的文件，或在“回执”里查看记录。"
NOTHING = "列出的文件都不能入库，原因见“问题”，请对方改正后再交。"


def locked(desk: Desk) -> list[Incoming]:
    """Give the files that ask for a password."""
    return [each for each in desk.batch.files if each.locked]


def going(desk: Desk) -> list[Incoming]:
    """Give the files that go in as things stand."""
    return [each for each in desk.batch.files if desk.tally(each).goes_in]


def advice(desk: Desk) -> str:
    """Say what to do now, what stands in the way of 入库 first."""
    goes = going(desk)
    if not desk.batch.files:
        return BEGIN
    if waiting := len(locked(desk)):
        return LOCKED.format(count=waiting)
    if open_ := sum(desk.tally(each).open for each in goes):
        return DECIDE.format(count=open_)
    if doubtful := sum(_is_undecided(desk, each) for each in desk.batch.files):
        return DOUBTFUL.format(count=doubtful)
    if not goes:
        return NOTHING
    return DONE if all(each.known for each in goes) and not desk.choices else READY


def counted(desk: Desk) -> str:
    """Count the files by their verdicts, and what would be taken in."""
    files = desk.batch.files
    if not files:
        return ""
    verdicts = Counter(each.verdict for each in files)
    kinds = "，".join(f"{each.label}{verdicts[each]}" for each in Verdict if verdicts[each])
    tallies = [desk.tally(each) for each in going(desk)]
    taken, open_ = sum(each.taken for each in tallies), sum(each.open for each in tallies)
    left = f"，冲突未定{open_}处" if open_ else ""
    return f"{len(files)}个文件：{kinds}；采用{taken}格{left}"


def _is_undecided(desk: Desk, file: Incoming) -> bool:
    """Tell whether nobody has said if a file with doubts goes in."""
    open_ = desk.rulings.get(file.sha256, USUAL).goes_in is None
    return bool(file.doubts) and not file.refusal and open_
