"""A reversal: which vedtak takes whose place, on what ground."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import VedtakId
from app.core.records import dataclass


class ReversalGround(StrEnum):
    """Why a vedtak may be changed: a closed list (FV-19), or because of an appeal (FV-16)."""

    NOT_TO_HARM = "not_to_harm"
    NOT_NOTIFIED = "not_notified"
    INVALID = "invalid"
    BREACH = "breach"
    APPEAL = "appeal"
    APPEAL_BODY = "appeal_body"


@dataclass(frozen=True, slots=True)
class ReversalDraft:
    """What the officer tells before the new vedtak is begun.

    `notice` is the prior notice that a change to harm rests on (FV-04), `appeal` the appeal that
    led to it.
    """

    ground: ReversalGround | None = None
    reason: str = field(default="", repr=False)
    to_harm: bool = False
    notice: int | None = None
    appeal: int | None = None


@dataclass(frozen=True, slots=True)
class Reversal:
    """A new vedtak and the old one whose place it takes once it is issued."""

    vedtak: VedtakId
    reverses: VedtakId
    ground: ReversalGround
    reason: str = field(repr=False)
    to_harm: bool = False
    notice: int | None = None
    appeal: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules need to know of the vedtak that is to be reversed.

    `notified` when its letter has gone out; `new_act` when the act of 2025 is in force;
    `notice_until` is the last day to answer the prior notice that is named, `notice_read` whether
    its answer has been weighed.
    """

    issued: bool
    replaced: bool
    begun: bool
    notified: bool
    allocated: bool
    new_act: bool
    notice_until: date | None = None
    notice_read: bool = False
