"""What may have to be done with a register between its key and its pages."""

from collections.abc import Callable
from enum import StrEnum


class OpeningStage(StrEnum):
    """One step of it, in their order; each may take half a minute of a big register."""

    LOOKED_THROUGH = "looked_through"
    COPIED = "copied"
    PAGES_CHECKED = "pages_checked"
    TABLES_CHECKED = "tables_checked"
    HISTORY_CHECKED = "history_checked"
    PACKED = "packed"
    RAISED = "raised"


Told = Callable[[OpeningStage], None]
"""Called as each begins. What it raises ends the work, and leaves the register as it was."""


def told_nobody(stage: OpeningStage) -> None:
    """For where nobody waits."""
