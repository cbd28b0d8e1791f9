"""What lists show of 审核意见."""

from core.domain.reviewing.review import Remark
from gui.models.backups_model import when


def worded(each: Remark) -> str:
    """Word a remark: whether it is open, what it says, who made it when."""
    state = "✓ 已处理" if each.settled else "● 未处理"
    return f"{state}　{each.text}\n{each.by}　{when(each.at)}"
