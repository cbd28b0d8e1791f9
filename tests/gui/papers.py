"""Documents and jobs for the window's tests."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from core.domain.period import Quarter
from core.domain.profile import Profile
from core.ports import PlanSummary
from core.progress import Progress
from core.reports.catalogue import KINDS
from gui.journeys.database import Opened
from gui.scope import Scope

OLD = PlanSummary("old", "“十三五”规划", 2016, 2020, 41, 0, 0)
NEW = PlanSummary("new", "“十四五”规划", 2021, 2025, 33, 314, 127)
OPENED = Opened((OLD, NEW), KINDS, Profile())
SCOPE = Scope(NEW, Quarter(2025, 4))


def pdf(pages=2):
    """A PDF of blank A4 pages."""
    kept = BytesIO()
    canvas = Canvas(kept, invariant=1)
    for _ in range(pages):
        canvas.rect(100, 100, 200, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def job(result, steps=1):
    """A job of some steps that ends with a result, or with an error."""
    for done in range(steps):
        yield Progress(done, steps, f"第{done + 1}步")
    if isinstance(result, Exception):
        raise result
    return result
