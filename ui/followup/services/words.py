"""Services, what is leaned on, and what may be shared, in the officer's words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.core.ids import ServiceUnitId
from app.core.text import HARD_BLANK
from app.followup.services.model import (
    Basis,
    ContactPerson,
    KnownBy,
    Receiver,
    ServiceGiven,
    Sharing,
    Standing,
    UnitBlock,
)
from app.office import Office
from app.people.consents.model import Consent
from ui.labels import capital, day, title_word, word


def _tr(text: str) -> str:
    return QCoreApplication.translate("Services", text)


def unit_name(office: Office, unit: ServiceUnitId | None) -> str:
    """«Hjemmebaserte tjenester»."""
    return "" if unit is None else capital(office.service_units.get(unit).name())


def consent_words(consent: Consent) -> str:
    """«Snakke med andre: Lia bank»."""
    return f"{title_word(consent.scope)}{f': {consent.body}' if consent.body else ''}"


def last_words(last: date | None) -> str:
    """«til 01.06.2027», or that no end is known."""
    return _tr("uten sluttdato") if last is None else _tr("til {}").format(day(last))


def basis_words(basis: Basis) -> str:
    """«Samtykke: snakke med helsetjenesten», or the law in words."""
    if basis.consent is not None:
        return _tr("Samtykke: {}").format(word(basis.consent.scope))
    return (
        f"{title_word(basis.known_by)}: {basis.words}"
        if basis.words
        else title_word(basis.known_by)
    )


def lacking_words(block: UnitBlock) -> str:
    """Why what a unit does is not shown (A1)."""
    if block.standing is Standing.LACKING or block.basis is None:
        return _tr("Samtykke mangler. Det enheten gjør, vises ikke.")
    last = block.basis.last_day
    if block.standing is Standing.WITHDRAWN:
        return _tr("Samtykket er trukket. Det enheten gjør, vises ikke.")
    if block.basis.known_by is KnownBy.CONSENT:
        return _tr("Samtykket gikk ut {}. Det enheten gjør, vises ikke.").format(day(last))
    return _tr("Grunnlaget gikk ut {}. Det enheten gjør, vises ikke.").format(day(last))


def service_words(given: ServiceGiven) -> str:
    """«Vedtak 2026-014 · fra 01.06.2026»."""
    draft = given.draft
    vedtak = _tr("Vedtak {}").format(draft.vedtak) if draft.vedtak else _tr("Uten vedtak")
    return f"{vedtak} · {_tr('fra')}{HARD_BLANK}{day(draft.since)}"


def contact_words(contact: ContactPerson) -> str:
    """«Siri Testmo, primærkontakt»."""
    return ", ".join(part for part in (contact.draft.name, contact.draft.role) if part)


def receiver_words(row: Sharing) -> str:
    """«Nav», or who is named."""
    if row.receiver is Receiver.OTHERS and row.named:
        return row.named
    who = title_word(row.receiver)
    return f"{who}: {row.named}" if row.named else who


def _may(receiver: Receiver) -> str:
    return {
        Receiver.HEALTH: _tr("det de trenger for å hjelpe personen å bo"),
        Receiver.NAV: _tr("det Nav trenger om bolig og plan"),
        Receiver.LANDLORD: _tr("det som gjelder boligen og leien"),
        Receiver.MEETING: _tr("det møtet trenger for å tildele bolig"),
        Receiver.PLAN_GROUP: _tr("planen"),
        Receiver.EARLY_HELPERS: _tr("at noe begynner å gå galt"),
        Receiver.OTHERS: _tr("det personen har bedt om"),
    }[receiver]


def sharing_words(row: Sharing) -> str:
    """What may be told and by which consents, and what never."""
    never = _tr("Aldri: {}.").format(", ".join(word(each) for each in row.never))
    if not row.consents:
        return f"{_tr('Ingenting uten samtykke.')} {never}"
    given = ", ".join(day(each.since) for each in row.consents)
    told = _tr("Kan få vite {}. Samtykke gitt {}.").format(_may(row.receiver), given)
    return f"{told} {never}"
