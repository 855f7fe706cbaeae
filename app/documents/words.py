"""The few words the page itself says, in both forms of Norwegian."""

from datetime import datetime

from app.core.days import MONTHS
from app.core.records import dataclass
from app.documents.model import Language


@dataclass(frozen=True, slots=True)
class Words:
    """Labels in one language; `tag` is its BCP 47 name."""

    tag: str
    page: str
    demo: str
    draft: str
    place_and_date: str
    signature: str
    date_and_signature: str
    enclosures: str
    copies: str
    group: str
    ticked: str
    not_ticked: str
    switchboard: str
    organisation: str


WORDS: dict[Language, Words] = {
    "nb": Words(
        tag="nb-NO",
        page="Side {page} av {pages}",
        demo="Demo – ikke ekte",
        draft="Utkast",
        place_and_date="Sted og dato",
        signature="Underskrift",
        date_and_signature="Dato og underskrift",
        enclosures="Vedlegg:",
        copies="Kopi:",
        group="Gruppe {number}",
        ticked="Krysset av: {label}",
        not_ticked="Ikke krysset av: {label}",
        switchboard="Sentralbord {phone}",
        organisation="Org.nr. {number}",
    ),
    "nn": Words(
        tag="nn-NO",
        page="Side {page} av {pages}",
        demo="Demo – ikkje ekte",
        draft="Utkast",
        place_and_date="Stad og dato",
        signature="Underskrift",
        date_and_signature="Dato og underskrift",
        enclosures="Vedlegg:",
        copies="Kopi:",
        group="Gruppe {number}",
        ticked="Kryssa av: {label}",
        not_ticked="Ikkje kryssa av: {label}",
        switchboard="Sentralbord {phone}",
        organisation="Org.nr. {number}",
    ),
}


def long_date(day: datetime) -> str:
    """«20. november 2026», the same in both forms."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
