"""Workbooks that would take for ever, or all memory."""

from io import BytesIO

from msoffcrypto.format.ooxml import OOXMLFile

from tests.core.workbooks import returned as the

WORD = "secret"  # with which the locked ones open
_ROUNDS, _MANY_ROUNDS = b'spinCount="100000"', b'spinCount="999999"'


def locked(content=None, *, word=WORD):
    """A form that opens with a password."""
    kept = BytesIO()
    OOXMLFile(BytesIO(content or the.workbook())).encrypt(word, kept)
    return kept.getvalue()


def workbook():
    """A form whose password takes about a second to try."""
    content = locked()
    assert content.count(_ROUNDS) == 1
    return content.replace(_ROUNDS, _MANY_ROUNDS)


def wide(size):
    """A form with a sheet of long texts, so many bytes when it is unpacked."""
    cell = '<c r="{}{}" t="inlineStr"><is><t>' + "文" * 300 + "</t></is></c>"
    rows = "".join(f'<row r="{row}">{cell.format("A", row)}</row>' for row in range(1, size // 930))
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    return the.packed(the.parts(the.workbook()) | {"xl/worksheets/sheet3.xml": sheet})
