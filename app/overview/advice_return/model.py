"""The lines of the return."""

from enum import StrEnum


class AdviceLine(StrEnum):
    """What happened in the period; the last two are of its last day."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    BEGUN = "begun"
    CLOSED = "closed"
    WAITING = "waiting"
    WORKING = "working"


class WaitDecided(StrEnum):
    """Whether those who wait have a vedtak (F12)."""

    WITH_VEDTAK = "with_vedtak"
    WITHOUT_VEDTAK = "without_vedtak"
