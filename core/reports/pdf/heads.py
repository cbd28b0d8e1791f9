"""The lines above a report or an appendix: label, an empty line, title; and captions."""

from core.domain.printed import Edition
from core.reports.content import Report
from core.reports.layout import Head
from core.reports.pdf import lines
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import LINE, Area

TITLE_SIZE, LABEL_SIZE, CAPTION_SIZE = 22.0, 16.0, 12.0  # 二号, 三号, 小四
CAPTION_HEIGHT = 24.0


def head(report: Report, area: Area) -> Head:
    """Give the lines above a report; all editions but the clean one are marked."""
    mark = "" if report.edition is Edition.FINAL else report.edition.label
    return Head(report.label, title_lines(report.title, area), mark)


def title_lines(title: str, area: Area) -> tuple[str, ...]:
    """Break a title into lines of the area."""
    face = typeface(Role.XIAOBIAOSONG)
    return lines.wrap(title, area.width, lambda part: face.width(part, TITLE_SIZE))


def height(of: Head) -> float:
    """Give the height above what follows: label, an empty line, title, half a line."""
    return (2 + len(of.title) + 0.5) * LINE
