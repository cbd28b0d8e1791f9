"""Putting results into lines and JSON, keys as the design of the command line names them."""

from collections.abc import Iterable
from pathlib import Path

from core.console.answer import Answer, Value
from core.domain.backup import Restored
from core.domain.issue import Issue
from core.domain.period import Quarter
from core.domain.submission import Change
from core.ports import PlanSummary
from core.reports.catalogue import Kind
from core.services.distribution import Distributed
from core.services.entry import Entered
from core.services.provenance import Trace


def plans(summaries: Iterable[PlanSummary]) -> Answer:
    """List plans."""
    listed = tuple(summaries)
    lines = [
        f"{each.code}  {each.title}（{each.first_year}—{each.last_year}年）："
        f"主要指标{each.indicators}个，其他指标{each.targets}个，节点{each.milestones}个"
        for each in listed
    ]
    return Answer(lines, [_fields(each, PlanSummary.__slots__) for each in listed])


def kinds(known: Iterable[Kind]) -> Answer:
    """List kinds of report."""
    listed = tuple(known)
    lines = [f"{each.code}  {each.title}" for each in listed]
    return Answer(lines, [{"kind": each.code, "title": each.title} for each in listed])


def files(paths: Iterable[Path]) -> Answer:
    """List written files."""
    lines = [str(path) for path in paths]
    return Answer(lines, {"files": lines})


def distributed(done: Distributed) -> Answer:
    """List written forms, and say which departments got none."""
    lines = [str(path) for path in done.files]
    return Answer(lines, {"files": lines, "left_out": list(done.left_out)}, warnings=done.left_out)


def entered(result: Entered) -> Answer:
    """Tell what was saved and what was found."""
    lines = [f"已保存{len(result.saved)}个数：{'、'.join(result.saved) or '无'}"]
    issues = [_issue(each) for each in result.issues]
    warnings = [f"〔{each.severity.label}〕{each.message}" for each in result.issues]
    return Answer(
        lines, {"saved": list(result.saved), "issues": issues}, not result.refused, warnings
    )


def trace(code: str, quarter: Quarter, found: Trace, original: Path | None = None) -> Answer:
    """Tell a figure's origin, and where the file that it came in was saved."""
    text = found.entry.text if found.entry and found.entry.text else None
    lines = [f"{code} {quarter.label}：{text or '没有数'}"]
    lines += [
        f"  {each.at}  {each.before or '空'} → {each.after or '空'}  {_through(each)}"
        for each in found.changes
    ]
    lines += [f"  格中原文：{found.raw}"] if found.raw else []
    lines += [f"  来件另存为“{original}”"] if original else []
    document = {
        "code": code,
        "quarter": str(quarter),
        "text": text,
        **_origin(found.last),
        "raw": found.raw or None,
        "original": str(original) if original else None,
        "history": [_change(each) for each in found.changes],
    }
    return Answer(lines, document)


def backed_up(path: Path) -> Answer:
    """Tell where a copy lies."""
    return Answer([f"已备份到“{path}”"], {"file": str(path)})


def restored(done: Restored) -> Answer:
    """Tell what was restored, and where what it was before is kept."""
    lines = [f"已恢复数据库“{done.path}”"]
    lines += [f"恢复前的数据库另存为“{done.kept}”"] if done.kept else []
    kept = str(done.kept) if done.kept else None
    return Answer(lines, {"kept": kept, "restored": str(done.path)})


def verified(problems: tuple[str, ...]) -> Answer:
    """Tell whether the database is whole."""
    lines = problems or ("数据库完好：页、外键、修改记录链和存档的文件均已核对",)
    return Answer(lines, {"ok": not problems, "problems": list(problems)}, not problems)


def _issue(issue: Issue) -> Value:
    """Give one finding."""
    return {
        "code": issue.code,
        "severity": issue.severity.label,
        "found": issue.found,
        "message": issue.message,
    }


def _change(change: Change) -> Value:
    """Give one recorded change."""
    return {"before": change.before or None, "after": change.after or None, **_origin(change)}


def _origin(change: Change | None) -> dict[str, Value]:
    """Give the keys that say where a figure came from, null where nothing is known."""
    if change is None:
        return dict.fromkeys(("source", "file", "sha256", "sheet", "cell", "by", "at"))
    origin = change.origin
    return {
        "source": origin.through,
        "file": origin.file or None,
        "sha256": origin.sha256 or None,
        "sheet": origin.sheet or None,
        "cell": origin.cell or None,
        "by": origin.by or None,
        "at": change.at,
    }


def _through(change: Change) -> str:
    """Say through what and by whom a figure came."""
    origin = change.origin
    place = " ".join(part for part in (origin.file, origin.sheet, origin.cell) if part)
    return "，".join(part for part in (origin.through, origin.by, place) if part)


def _fields(each: object, names: Iterable[str]) -> dict[str, Value]:
    """Give a value's fields by name."""
    return {name: getattr(each, name) for name in names}
