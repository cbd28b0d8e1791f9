"""The narrative of a report as plain text that a person edits in a box, and back again.

A line is a paragraph, and one of the marks before it says what it is; a plain one has none. The
opening words of a paragraph stand between 〔段首〕 and 〔正文〕.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.reports.content import Report
from core.reports.prose import Level, Paragraph, Prose

MARKS = {
    Level.FIRST: "〔一级标题〕",
    Level.SECOND: "〔二级标题〕",
    Level.THIRD: "〔三级标题〕",
    Level.ADDRESS: "〔主送〕",
    Level.CENTRE: "〔居中〕",
}
LEAD, BODY, NEXT = "〔段首〕", "〔正文〕", "〔下一部分〕"
_BREAK, _WRAPPED = "\n", "↵"  # a paragraph is one line


def text(report: Report) -> str:
    """Write the paragraphs of a report, a line each; empty for a report without any."""
    parts = [part for part in report.parts if isinstance(part, Prose)]
    return f"\n{NEXT}\n".join("\n".join(map(_line, part.paragraphs)) for part in parts)


def reworded(report: Report, edited: str) -> Report:
    """Put the paragraphs of an edited text in the place of a report's own.

    What comes after the last part belongs to it; a part of which nothing is left goes.
    """
    prose = [part for part in report.parts if isinstance(part, Prose)]
    if not prose:
        return report
    given = iter(_parts(edited, len(prose)))
    parts = (
        replace(part, paragraphs=next(given)) if isinstance(part, Prose) else part
        for part in report.parts
    )
    kept = (part for part in parts if not isinstance(part, Prose) or part.paragraphs)
    return replace(report, parts=tuple(kept))


def _parts(edited: str, count: int) -> Iterator[tuple[Paragraph, ...]]:
    """Give the paragraphs of each part."""
    blocks: list[list[str]] = [[]]
    for line in edited.splitlines():
        if line.strip() != NEXT:
            blocks[-1].append(line)
        elif len(blocks) < count:
            blocks.append([])
    blocks += [[] for _ in range(count - len(blocks))]
    return (_paragraphs(block) for block in blocks)


def _paragraphs(lines: Iterable[str]) -> tuple[Paragraph, ...]:
    """Read lines; blank ones only part others."""
    return tuple(_paragraph(line.strip()) for line in lines if line.strip())


def _line(paragraph: Paragraph) -> str:
    """Write a paragraph."""
    told = MARKS.get(paragraph.level, "")
    if paragraph.lead:
        told += f"{LEAD}{paragraph.lead}{BODY}"
    elif paragraph.text.startswith((LEAD, BODY, NEXT, *MARKS.values())):
        told += BODY
    return (told + paragraph.text).replace(_BREAK, _WRAPPED)


def _paragraph(line: str) -> Paragraph:
    """Read a paragraph."""
    line = line.replace(_WRAPPED, _BREAK)
    level, lead = Level.BODY, ""
    for each, mark in MARKS.items():
        if line.startswith(mark):
            level, line = each, line.removeprefix(mark)
            break
    if line.startswith(LEAD) and BODY in line:
        lead, _, line = line.removeprefix(LEAD).partition(BODY)
    return Paragraph(line.removeprefix(BODY) if not lead else line, level, lead)
