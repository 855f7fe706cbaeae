"""What the pages of letters say about a document: its name, its chip, why sending matters."""

from datetime import date

from app.letters.model import DocumentKind, DocumentState, ToSendRow
from ui.kit.chips import Chip, ChipKind
from ui.labels import title_word

SOON_AFTER, NOW_AFTER = 1, 3
"""How many days a finished letter may wait before it is soon, and before it is now."""

_STATES = {
    DocumentState.FINISHED: ChipKind.WAITING,
    DocumentState.DISPATCHED: ChipKind.INFO,
    DocumentState.ARRIVED: ChipKind.OK,
    DocumentState.RETURNED: ChipKind.URGENT,
    DocumentState.ANNULLED: ChipKind.NOT_STARTED,
    DocumentState.SUPERSEDED: ChipKind.NOT_STARTED,
}

_WHY = {
    DocumentKind.PRELIMINARY_REPLY: "Søkeren har krav på å vite når svaret kommer.",
    DocumentKind.VEDTAK: "Klagefristen begynner først når vedtaket er kommet fram.",
    DocumentKind.LEASE: "Leietakeren må ha avtalen for å kunne skrive under.",
    DocumentKind.TERMINATION_NOTICE: "Oppsigelsen gjelder først fra dagen den er sendt.",
    DocumentKind.TERMINATION_FOR_BREACH: "Leieforholdet slutter først når brevet er sendt.",
    DocumentKind.MOVE_OUT_REQUEST: "Uten den kan leieforholdet bli tidsubestemt.",
}


def to_whom(kind: DocumentKind, name: str) -> str:
    """«Vedtak til Kari Bakkli»."""
    return f"{title_word(kind)} til {name}" if name else title_word(kind)


def why(kind: DocumentKind, *, signed: bool = False) -> str:
    """Why it matters that it goes; a lease both have signed is to be had, not to be signed."""
    if kind is DocumentKind.LEASE and signed:
        return "Begge har skrevet under. Leietakeren skal ha sitt eksemplar."
    return _WHY.get(kind, "Fristene begynner først når brevet er sendt.")


def waiting_chip(row: ToSendRow, today: date) -> Chip:
    """How long it has waited, in a word and a shape."""
    if row.returned_on is not None:
        return Chip(ChipKind.URGENT, "I retur")
    age = (today - row.issued_on).days
    if age > NOW_AFTER:
        return Chip(ChipKind.URGENT)
    return Chip(ChipKind.SOON) if age > SOON_AFTER else Chip(ChipKind.WAITING, "Venter")


def state_chip(state: DocumentState, *, to_send: bool, received: bool = False) -> Chip:
    """Where a document stands; one that is to go nowhere is only kept."""
    if received and state is DocumentState.FINISHED:
        return Chip(ChipKind.OK, "Mottatt")
    if state is DocumentState.FINISHED and to_send:
        return Chip(ChipKind.SOON, "Ikke sendt")
    return Chip(_STATES[state], title_word(state))
