"""Rows as a clerk types them: an item, a text, and what was reported before."""

from dataclasses import replace

from core.domain.checks import check
from core.domain.figure import Figure, Words
from core.domain.indicator import Milestone, Nature
from tests import factory as the

FLOW, POINT, RATE, RUNNING = Nature.FLOW, Nature.POINT, Nature.RATE, Nature.RUNNING


def share(target="60", **rest):
    """A level in per cent: 森林覆盖率."""
    given = {"unit": "%", "nature": RATE, "name": "森林覆盖率"}
    return the.level(target, **(given | rest))


def entry(text, at, progress="", item=None):
    """An entry; of a milestone the text is its node."""
    read = Figure(Words(text)) if isinstance(item, Milestone) and text else the.figure(text)
    return replace(the.entry("", at), figure=read, progress=the.figure(progress))


def before(figures, item=None):
    """Earlier entries by quarter; a pair of texts is a node with its 形象进度."""
    made = {at: (text if isinstance(text, tuple) else (text, "")) for at, text in figures.items()}
    entries = [entry(text, at, progress, item) for at, (text, progress) in sorted(made.items())]
    return {each.quarter: each for each in entries}


def yearly(*texts, last=2024):
    """Full-year figures that end with a year."""
    return {f"{last - back}Q4": text for back, text in enumerate(reversed(texts))}


def issues(item, text, past=None, at="2025Q4", progress=""):
    """What the checks say of a row."""
    return check(item, entry(text, at, progress, item), before(past or {}, item))


def found(item, text, past=None, at="2025Q4", progress=""):
    """The codes of the checks that find something."""
    return [each.check for each in issues(item, text, past, at, progress)]


def said(item, text, past=None, at="2025Q4", progress=""):
    """The one sentence that the checks say."""
    (issue,) = issues(item, text, past, at, progress)
    return issue.message
