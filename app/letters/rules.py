"""What may be recorded about a document, where it stands, and what its deadlines count from."""

import re
from collections.abc import Iterator
from datetime import date

from app.core.dated import Starts
from app.core.errors import Problem
from app.core.working_days import assumed_arrival
from app.letters.model import IN_PERSON, Counting, Dispatch, DocumentState, MediaType

LARGEST_PAPER = 20 * 1024 * 1024
"""Bytes: about fifty scanned pages in grey."""

_MAGIC = {
    MediaType.PDF: re.compile(rb"%PDF-\d"),
    MediaType.PNG: re.compile(rb"\x89PNG\r\n\x1a\n"),
    MediaType.JPEG: re.compile(rb"\xff\xd8\xff"),
}
_PAGE = re.compile(rb"/Type\s*/Page\b")


def check_paper(content: bytes, media_type: str) -> tuple[Problem, ...]:
    """What is wrong with a received file: its size, its kind, or that it is not what it says."""
    return tuple(_paper_problems(content, media_type))


def _paper_problems(content: bytes, media_type: str) -> Iterator[Problem]:
    if media_type not in set(MediaType):
        yield Problem("file", "paper_kind_unknown")
    elif not content:
        yield Problem("file", "paper_empty")
    elif len(content) > LARGEST_PAPER:
        yield Problem("file", "paper_too_large", facts={"most": LARGEST_PAPER})
    elif not _MAGIC[MediaType(media_type)].match(content):
        yield Problem("file", "paper_not_as_named")


def pages_of(content: bytes, media_type: MediaType) -> int:
    """Pages of a file; 0 when a PDF keeps that to itself."""
    return len(_PAGE.findall(content)) if media_type is MediaType.PDF else 1


def check_sending(day: date, proof: str, issued_on: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with a sending that is to be recorded (HL-04: day, channel and proof)."""
    return tuple(_sending_problems(day, proof, issued_on, today))


def _sending_problems(day: date, proof: str, issued_on: date, today: date) -> Iterator[Problem]:
    if day > today:
        yield Problem("sent_on", "day_in_future")
    elif day < issued_on:
        yield Problem("sent_on", "sent_before_issued", remedy=issued_on)
    if not proof.strip():
        yield Problem("proof", "proof_missing", "HL-04")


def check_outcome(field: str, day: date, sent: Dispatch, today: date) -> tuple[Problem, ...]:
    """What is wrong with a day of arrival or return."""
    if day > today:
        return (Problem(field, "day_in_future"),)
    if day < sent.sent_on:
        return (Problem(field, "outcome_before_sent", remedy=sent.sent_on),)
    return ()


def state_of(dispatches: tuple[Dispatch, ...], decided: DocumentState | None) -> DocumentState:
    """Where the document stands; a decision (annulled, superseded) goes before every sending."""
    if decided is not None:
        return decided
    standing = [each for each in dispatches if each.returned_on is None]
    if any(each.arrived_on for each in standing):
        return DocumentState.ARRIVED
    if standing:
        return DocumentState.DISPATCHED
    return DocumentState.RETURNED if dispatches else DocumentState.FINISHED


def counted_from(dispatches: tuple[Dispatch, ...], starts: Starts, post_days: int) -> Counting:
    """The day a rule that starts with sending or with arrival counts from.

    Sending (HL-04, INK-02, TV-02): the first that has not come back. Arrival (FV-11): the first
    known, else an assumed one after `post_days` working days (DL-10), by electronic post too,
    since the law in force names no day for it and the citizen has the longer one.
    """
    if starts not in (Starts.SENT, Starts.ARRIVED):
        raise ValueError(f"no deadline of a document starts with «{starts}»")
    standing = tuple(each for each in dispatches if each.returned_on is None)
    counted = sorted(standing or dispatches, key=lambda each: each.sent_on)
    returned = bool(dispatches) and not standing
    if not counted:
        return Counting(None)
    if starts is Starts.SENT:
        return Counting(counted[0].sent_on, returned=returned)
    known = [day for each in counted if (day := _known_arrival(each)) is not None]
    if known:
        return Counting(min(known), returned=returned)
    return Counting(assumed_arrival(counted[0].sent_on, post_days), assumed=True, returned=returned)


def _known_arrival(dispatch: Dispatch) -> date | None:
    if dispatch.arrived_on is None and dispatch.channel in IN_PERSON:
        return dispatch.sent_on
    return dispatch.arrived_on
