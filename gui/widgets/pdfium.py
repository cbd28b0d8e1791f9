"""PDFium for all threads: it cannot do two things at once, so whoever uses it holds `LOCK`."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

LOCK = Lock()
WHITE = (255, 255, 255, 255)


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a document for a moment: what is open when Python ends, PDFium complains of."""
    with LOCK, _document(data) as document:
        yield document


@contextmanager
def kept(data: bytes) -> Iterator[Any]:
    """Open a document for longer; the lock is free in between, and taken for each use of it."""
    with LOCK:
        document = _document(data)
    try:
        yield document
    finally:
        with LOCK:
            document.close()


@contextmanager
def page(document: Any, number: int) -> Iterator[Any]:  # noqa: ANN401 - pypdfium2 has no types
    """Open a page of a document that is kept."""
    with LOCK:
        found = document[number]
    try:
        yield found
    finally:
        with LOCK:
            found.close()


def _document(data: bytes) -> Any:  # noqa: ANN401
    from pypdfium2 import PdfDocument

    return PdfDocument(data)
