"""Writing a department's form as a workbook."""

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from core.domain.form import Form
from core.domain.return_slip import ReturnSlip
from core.domain.returned import Signatory, Slip
from core.errors import UserError
from core.workbooks import seal
from core.workbooks.drawing import (
    colours,
    guidance,
    hidden,
    offering,
    package,
    paper,
    remarks,
    sheet,
)
from core.workbooks.drawing.looks import Looks
from core.workbooks.drawing.page import Page
from core.workbooks.layout import Field, row_name
from core.workbooks.lines import compose
from core.workbooks.manifest import Contact, Manifest
from core.workbooks.wording import department_of

_NOBODY = Contact()
_BESIDE = Field.NAME  # the last column that stays on the screen


def write(
    form: Form,
    slip: Slip,
    key: bytes,
    contact: Contact = _NOBODY,
    correct: ReturnSlip | None = None,
) -> bytes:
    """Write the form as it goes out: what the quarter asks for, sealed with the office's key.

    `correct` is what a department has to correct in it. The same values give the same bytes. The
    form must ask for something.
    """
    return drawn(form, seal.sealed(compose(form, slip, contact), key), correct)


def refill(sent: Manifest, form: Form, signatory: Signatory) -> bytes:
    """Write again what was sent, with the figures that stand in a form now.

    The slip, what was sent and the seal over it stay as they came: nobody but the office has the
    key. `signatory` is who stood in the foot, as long as the form is not handed in. Raises
    UserError where the form lacks a row.
    """
    lacking = [line for line in sent.lines if line.code not in form.places]
    if lacking:
        names = "、".join(f"“{line.locked.get(Field.NAME, line.code)}”" for line in lacking)
        raise UserError(
            f"本机的规划里没有{names}，与收到的填报表不一致，没有写回；"
            "请先换成汇总单位现在的规划，或直接在收到的表里填"
        )
    return drawn(form, sent, signatory=signatory)


def drawn(
    form: Form,
    sent: Manifest,
    correct: ReturnSlip | None = None,
    signatory: Signatory | None = None,
) -> bytes:
    """Draw what is sent, with what stands in the form's entries now."""
    signature = form.submission.signature if form.submission else None
    book = Workbook()
    book.remove(book.worksheets[0])
    found, rows = Looks(book), {row.item.code: row for row in form.rows}
    for number, kind in enumerate(sent.sheets):
        page = Page(
            book.create_sheet(kind.label), kind, form, sent, rows, found, signature or signatory
        )
        last = sheet.fill(page, foot=not number)
        offering.set_up(page)
        colours.set_up(page)
        paper.set_up(page.sheet, page.seen, last, landscape=True)
        paper.keep_headings(page.sheet, page.fields.index(_BESIDE) + 1)
        paper.protect(page.sheet)
    guidance.add(book, form, sent, found)
    hidden.add(book, sent)
    if correct:
        remarks.add(book, correct, found, {each.label: each.label for each in sent.sheets})
    _name_rows(book, sent)
    _tell(book, form, sent)
    return package.saved(book, sent.slip.issued)


def _name_rows(book: Workbook, sent: Manifest) -> None:
    """Give each row a name that keeps leading to it when rows are inserted above."""
    for number, line in enumerate(sent.lines, 1):
        name, at = row_name(number), f"'{line.sheet.label}'!$A${line.row}"
        book.defined_names[name] = DefinedName(name, attr_text=at, hidden=True)


def _tell(book: Workbook, form: Form, sent: Manifest) -> None:
    """Say in the document's properties what it is, and who made it."""
    properties = book.properties
    properties.title = f"{form.plan.region}{form.plan.name}填报表"
    properties.subject = f"{department_of(form)}　{form.quarter.label}"
    properties.creator = sent.contact.office or "规绩"
    properties.language = "zh-CN"
