"""改判 in a sentence: who gave another status than the suggested one, when, and on what grounds."""

from core.domain.submission import Decision


def decided(decision: Decision | None, suggested: str) -> str:
    """Say that a person's decision stands; nothing where it only repeats the suggestion."""
    if decision is None or decision.status == suggested:
        return ""
    noted = [f"依据：{decision.grounds}"] + ([f"{decision.on}"] if decision.on else [])
    return f"{decision.by}为{decision.status}（{'，'.join(noted)}）"
