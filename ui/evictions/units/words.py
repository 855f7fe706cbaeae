"""Units around a household in the officer's words."""

from PySide6.QtCore import QCoreApplication

from app.core.ids import ServiceUnitId
from app.evictions.units.model import Around, GroundOffer, UnitAround, UnitNote, WhyAround
from app.office import Office
from ui.kit.chips import Chip, ChipKind
from ui.labels import capital, day, word


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("eviction_units", text)


def unit_name(office: Office, unit: ServiceUnitId) -> str:
    """«Psykisk helse og rus»."""
    return capital(office.service_units.get(unit).name())


def offer_words(offer: GroundOffer) -> str:
    """«Samtykke til 01.06.2027», or the law."""
    if offer.consent is None:
        return capital(word(offer.ground))
    until = offer.consent.until
    return (
        tr("Samtykke uten sluttdato") if until is None else tr("Samtykke til {}").format(day(until))
    )


def ground_words(unit: UnitAround) -> str:
    """On what it may be told; «Samtykke mangler» where nothing lets us."""
    if unit.proposed is not None:
        return offer_words(unit.proposed)
    if unit.lacks_consent:
        return tr("Samtykke mangler")
    return tr("Bare når noen er bekymret for barna: {}").format(word(unit.offers[0].ground))


def why_words(unit: UnitAround) -> str:
    """«Koordinerer, gir tjenester»."""
    besides = [each for each in unit.why if each is not WhyAround.TOLD_BEFORE]
    return capital(", ".join(word(each) for each in besides or unit.why))


def note_chip(note: UnitNote | None) -> Chip:
    """Where the note stands, in word and shape."""
    if note is None:
        return Chip(ChipKind.NOT_STARTED, tr("Ikke varslet"))
    if note.read_on is not None:
        return Chip(ChipKind.OK, tr("Lest {}").format(day(note.read_on)))
    if note.sent_on is not None:
        return Chip(ChipKind.SOON, tr("Ikke lest"))
    return Chip(ChipKind.INFO, tr("Skal sendes"))


def note_words(note: UnitNote | None) -> str:
    """When it went out, or was made."""
    if note is None:
        return ""
    if note.sent_on is not None:
        return tr("Sendt {}").format(day(note.sent_on))
    return tr("Laget {}").format(day(note.issued_on))


def read_by_words(note: UnitNote | None) -> str:
    """«lest av Grete Modellås»."""
    by = note.read_by if note is not None else ""
    return tr("lest av {}").format(by) if by else ""


def told_words(units: tuple[UnitAround, ...]) -> str:
    """«2 av 4 varslet, 1 har lest»."""
    told = [each.note for each in units if each.note is not None]
    read = sum(1 for each in told if each.read_on is not None)
    return tr("{} av {} varslet, {} har lest").format(len(told), len(units), read)


def opening_words(around: Around, children: str) -> str:
    """What an alert opens with (P3): «Har plan. 2 enheter gir tjenester. To barn bor her …»."""
    plan = tr("Har plan.") if around.plan else tr("Har ingen plan.")
    services = {
        0: tr("Ingen andre enheter gir tjenester."),
        1: tr("1 enhet gir tjenester."),
    }.get(around.units, tr("{} enheter gir tjenester.").format(around.units))
    who = tr("{} koordinerer.").format(around.coordinator) if around.coordinator else ""
    there = f"{children.rstrip('.')}." if children else tr("Ingen barn er ført inn.")
    return " ".join(part for part in (there, plan, services, who) if part)
