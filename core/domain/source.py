"""Where a figure came from: which of its changes brought it."""

from core.domain.submission import Change


def bringing(changes: tuple[Change, ...]) -> Change | None:
    """Give the last change of a figure, later ones being of what stands beside it."""
    found = None
    for earlier, each in zip((None, *changes), changes, strict=False):
        missing = earlier.entry.missing if earlier else None
        if earlier is None or each.before != each.after or each.entry.missing != missing:
            found = each
    return found
