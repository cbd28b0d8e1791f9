"""The narrative of a report as plain text that a person edits in a box, and back again.

A line is a paragraph, and its own number says what it is: 一、 begins a heading, （一） one below
it or the opening words of a paragraph, 1. what is below that. A mark stands before a line only
where it is something else: 〔主送〕, 〔居中〕, or 〔正文〕 where a number begins no heading.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
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
_NUMERAL = "[一二三四五六七八九十]+"
_FIRST = re.compile(f"{_NUMERAL}、[^。]*", re.DOTALL)
_SECOND = re.compile(f"(（{_NUMERAL}）[^。]*。?)(.*)", re.DOTALL)
_THIRD = re.compile(r"\d+[.．](?!\d)")


def text(report: Report) -> str:
    """Write the paragraphs of a report, a line each; empty for a report without any."""
    parts = [part for part in report.parts if isinstance(part, Prose)]
    return f"\n{NEXT}\n".join(map(text_of, parts))


def reworded(report: Report, edited: str) -> Report:
    """Put the paragraphs of an edited text in the place of a report's own.

    What comes after the last part belongs to it; a part of which nothing is left goes.
    """
    prose = [part for part in report.parts if isinstance(part, Prose)]
    if not prose:
        return report
    given = _parts(edited, len(prose))
    parts = (
        prose_of(next(given), part) if isinstance(part, Prose) else part for part in report.parts
    )
    kept = (part for part in parts if not isinstance(part, Prose) or part.paragraphs)
    return replace(report, parts=tuple(kept))


def text_of(prose: Prose) -> str:
    """Write paragraphs, a line each."""
    return "\n".join(map(_line, prose.paragraphs))


def prose_of(edited: str, like: Prose) -> Prose:
    """Read paragraphs in the place of some; blank lines only part others.

    A paragraph that nobody touched stays withheld from the public where it was.
    """
    hidden = defaultdict[Paragraph, list[bool]](list)
    for each in reversed(like.paragraphs):
        hidden[replace(each, withheld=False)].append(each.withheld)
    read = (_paragraph(line.strip()) for line in edited.splitlines())
    told = (each for each in read if each.lead or each.text)
    kept = (replace(each, withheld=bool(hidden[each] and hidden[each].pop())) for each in told)
    return replace(like, paragraphs=tuple(kept))


def _parts(edited: str, count: int) -> Iterator[str]:
    """Give the text of each part."""
    blocks: list[list[str]] = [[]]
    for line in edited.splitlines():
        if line.strip() != NEXT:
            blocks[-1].append(line)
        elif len(blocks) < count:
            blocks.append([])
    blocks += [[] for _ in range(count - len(blocks))]
    return ("\n".join(block) for block in blocks)


def _line(paragraph: Paragraph) -> str:
    """Write a paragraph, marked where its own words would say something else."""
    bare = replace(paragraph, withheld=False)
    plain = bare.lead + bare.text
    if plain == NEXT or plain[:1].isspace() or _paragraph(plain) != bare:
        mark = MARKS.get(bare.level, "")
        unclear = not mark or bare.text.startswith((LEAD, BODY))
        lead = f"{LEAD}{bare.lead}{BODY}" if bare.lead else BODY * unclear
        plain = mark + lead + bare.text
    return plain.replace(_BREAK, _WRAPPED)


def _paragraph(line: str) -> Paragraph:
    """Read a paragraph by its mark, else by its number."""
    line = line.replace(_WRAPPED, _BREAK)
    for level, mark in MARKS.items():
        if line.startswith(mark):
            return _opened(line.removeprefix(mark), level)
    if line.startswith((LEAD, BODY)):
        return _opened(line, Level.BODY)
    return _numbered(line)


def _opened(line: str, level: Level) -> Paragraph:
    """Read what stands behind a mark, with its opening words where they are marked."""
    if line.startswith(LEAD) and BODY in line:
        lead, _, rest = line.removeprefix(LEAD).partition(BODY)
        return Paragraph(rest, level, lead)
    return Paragraph(line.removeprefix(BODY), level)


def _numbered(line: str) -> Paragraph:
    """Read a paragraph by the number that it begins with."""
    if _FIRST.fullmatch(line):
        return Paragraph(line, Level.FIRST)
    if _THIRD.match(line):
        return Paragraph(line, Level.THIRD)
    found = _SECOND.match(line)
    if found is None:
        return Paragraph(line)
    lead, rest = found.groups()
    return Paragraph(rest, lead=lead) if rest else Paragraph(line, Level.SECOND)
