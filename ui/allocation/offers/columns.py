"""What the list of offers shows: who, which dwelling, when, and where it stands."""

from datetime import date

from app.allocation.offers.model import OfferRow, OfferState
from app.core.records import dataclass
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Align, Column
from ui.labels import day, title_word, until

_CHIPS = {
    OfferState.MADE: ChipKind.NOT_STARTED,
    OfferState.SENT: ChipKind.WAITING,
    OfferState.ACCEPTED: ChipKind.OK,
    OfferState.DECLINED: ChipKind.NO,
    OfferState.UNANSWERED: ChipKind.UNKNOWN,
    OfferState.RETRACTED: ChipKind.NO,
}
_WORDS = {OfferState.UNANSWERED: "Ikke besvart", OfferState.RETRACTED: "Trukket tilbake"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the page: the offer, the day it is read, and the reason in words."""

    row: OfferRow
    today: date
    reason: str

    @property
    def late(self) -> bool:
        """Whether the answer day is over."""
        return self.row.offer.state.open and self.row.offer.answer_by < self.today


def state_chip(listed: Listed) -> Chip:
    """«Venter på svar», or that the day is over."""
    state = listed.row.offer.state
    if listed.late:
        return Chip(ChipKind.URGENT, "Fristen er ute")
    return Chip(_CHIPS[state], _WORDS.get(state) or title_word(state))


def left_words(listed: Listed) -> str:
    """«om 4 dager» while it is open; why when it is not."""
    offer = listed.row.offer
    if offer.state.open:
        return until(listed.today, offer.answer_by)
    if offer.valid_reason is None:
        return ""
    return "Gyldig grunn" if offer.valid_reason else "Ikke gyldig grunn"


COLUMNS: tuple[Column[Listed], ...] = (
    Column(
        "name",
        "Søker",
        lambda each: each.row.name,
        second=lambda each: each.row.application_number,
        strong=True,
        stretch=True,
        fit=True,
        width=150,
    ),
    Column(
        "dwelling",
        "Bolig",
        lambda each: each.row.address,
        second=lambda each: each.reason,
        width=230,
    ),
    Column(
        "offered",
        "Tilbudt",
        lambda each: day(each.row.offer.offered_on),
        second=lambda each: each.row.offer.number,
        sort=lambda each: each.row.offer.offered_on.toordinal(),
        align=Align.RIGHT,
        spare=1,
        width=110,
    ),
    Column(
        "answer_by",
        "Svar senest",
        lambda each: day(each.row.offer.answer_by),
        second=left_words,
        sort=lambda each: each.row.offer.answer_by.toordinal(),
        tone=lambda each: Tone.RED if each.late else None,
        align=Align.RIGHT,
        width=140,
    ),
    Column("state", "Status", lambda each: state_chip(each).text, chip=state_chip, width=150),
)
