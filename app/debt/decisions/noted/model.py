"""What the paper of an earlier vedtak says."""

from datetime import date

from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class NotedDraft:
    """A grant: its day, and the start it sets.

    A refusal is never noted: nobody is shown as refused without a vedtak that can be read (F12).
    """

    issued_on: date | None = None
    starts_on: date | None = None
