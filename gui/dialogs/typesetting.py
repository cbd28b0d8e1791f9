"""How a chapter of the manual looks: Markdown itself brings no air and no colours."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QGuiApplication,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextTable,
)

from gui.theme import FAMILY

LEADING = 115  # per cent of the height of a line
SPACE = 8  # pixels below a paragraph
PADDING = 6  # pixels around the words of a cell


def dress(document: QTextDocument, palette: QPalette) -> None:
    """Give lines air, tables thin lines, and code a ground of its own."""
    for block in _blocks(document):
        _loosen(QTextCursor(block))
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, palette)
    for block in _blocks(document):
        _mark_code(block, palette)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _loosen(cursor: QTextCursor) -> None:
    """Set lines further apart, and paragraphs too; cells have their padding."""
    loose = QTextBlockFormat()
    loose.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    loose.setBottomMargin(0 if cursor.currentTable() else SPACE)
    cursor.mergeBlockFormat(loose)


def _dress_table(table: QTextTable, palette: QPalette) -> None:
    form = table.format().toTableFormat()
    form.setBorderBrush(palette.mid())
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellPadding(PADDING)
    form.setTopMargin(SPACE)
    form.setBottomMargin(2 * SPACE)
    table.setFormat(form)


def _mark_code(block: QTextBlock, palette: QPalette) -> None:
    """Set code apart by its ground: few systems have a font of even width with Chinese in it."""
    marked = QTextCharFormat()
    marked.setFontFamilies([FAMILY])
    marked.setFontPointSize(QGuiApplication.font().pointSizeF())
    marked.setBackground(palette.alternateBase())
    for start, end in _code(block):
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(marked)


def _code(block: QTextBlock) -> tuple[tuple[int, int], ...]:
    """Give where code begins and ends in a block."""
    spans: Iterator[QTextFragment] = (each.fragment() for each in block)  # type: ignore[attr-defined]
    return tuple(
        (each.position(), each.position() + each.length())
        for each in spans
        if each.charFormat().fontFixedPitch()
    )
