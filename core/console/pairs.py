"""CODE=TEXT on the command line."""

from collections.abc import Iterable

from core.errors import UsageError


def pairs(given: Iterable[str], what: str, example: str) -> dict[str, str]:
    """Read CODE=TEXT pairs; `what` calls the text.

    Raises UsageError naming what is no pair, or a code that comes twice.
    """
    texts: dict[str, str] = {}
    for each in given:
        code, sign, text = each.partition("=")
        if not sign or not code.strip():
            raise UsageError(f"“{each}”应写作编码={what}，如{example}")
        if code.strip() in texts:
            raise UsageError(f"编码“{code.strip()}”写了两次")
        texts[code.strip()] = text
    return texts
