"""Paragraphs under the headings of an official letter: 一、 in 黑体."""

from collections.abc import Iterable

from core.domain import numeral
from core.reports.prose import Level, Paragraph, Prose

Section = tuple[str, Iterable[Paragraph]]


def prose(*sections: Section) -> Prose:
    """Put the sections that have something to say under numbered headings."""
    told = [(title, kept) for title, of in sections if (kept := tuple(of))]
    paragraphs = [
        each
        for number, (title, kept) in enumerate(told, 1)
        for each in (Paragraph(f"{numeral.spell(number)}、{title}", Level.FIRST), *kept)
    ]
    return Prose(tuple(paragraphs))
