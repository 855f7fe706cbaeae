"""How a column of the register is read where it may be empty."""

from datetime import date


def day_or_none(text: object) -> date | None:
    """A day, or None where none is written."""
    return date.fromisoformat(text) if isinstance(text, str) else None
