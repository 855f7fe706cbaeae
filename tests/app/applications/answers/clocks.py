"""Rows and notices for the clocks, without a register."""

from dataclasses import replace
from datetime import date

from app.applications.answers.model import Confirmation, Notice
from app.applications.model import ApplicationState, Channel, Clocked
from app.core.ids import DocumentId
from app.letters.model import DocumentKind
from app.settings.rule_files import load_parameters
from tests.app.alerts.rows import an_application

PARAMETERS = load_parameters()


def a_row(received_on: date, **changes: object) -> Clocked:
    """An application that waits for an answer."""
    row = an_application(received_on).row
    return replace(row, **changes)  # type: ignore[arg-type]  # the row's own fields


def granted(received_on: date) -> Clocked:
    """One that waits for a dwelling."""
    return a_row(received_on, state=ApplicationState.GRANTED_WAITING)


def told(kind: DocumentKind, since: date, told_day: date, sent_on: date | None = None) -> Notice:
    """A letter that told a day; sent the same day unless another is given."""
    return Notice(kind, since, told_day, DocumentId(1), sent_on or since)


def unsent(kind: DocumentKind, since: date, told_day: date) -> Notice:
    """One that still lies here."""
    return Notice(kind, since, told_day, DocumentId(1), None)


def said(since: date) -> Confirmation:
    """The need was confirmed by telephone."""
    return Confirmation(since, Channel.PHONE)
