"""SQL of offers and what came of them."""

from datetime import date, datetime

from app.allocation.offers.model import (
    Consequence,
    DeclineReason,
    Offer,
    OfferDraft,
    OfferRow,
    OfferState,
)
from app.allocation.rulesets.model import RefusalEffect
from app.core.ids import ApplicationId, DwellingId, PersonId, Ref, VedtakId
from app.dwellings.model import address_text
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_SENT = (
    "(SELECT min(s.sent_on) FROM document d JOIN dispatch s ON s.document = d.id"
    " WHERE d.kind = 'offer' AND d.case_kind = 'offer' AND d.case_id = o.id"
    " AND s.returned_on IS NULL)"
)
_OFFER = (
    "SELECT o.id, o.number, o.application, o.vedtak, o.dwelling, o.offered_on, o.answer_by,"
    " o.viewing_at, o.effect, o.counted, o.allowed, s.state, s.since, s.valid_reason, s.reason,"
    f" s.words, o.note, {_SENT}"
)
_FROM = (
    " FROM offer o JOIN offer_state s ON s.id = (SELECT id FROM offer_state x"
    " WHERE x.offer = o.id ORDER BY x.since DESC, x.id DESC LIMIT 1)"
)
_COLUMNS = 18


def get(db: Database, offer: int) -> Offer | None:
    """One offer as it stands."""
    return db.first(_offer, f"{_OFFER}{_FROM} WHERE o.id = ?", (offer,))


def of_application(db: Database, application: ApplicationId) -> tuple[Offer, ...]:
    """Every offer an application has had, oldest first."""
    return db.select(
        _offer, f"{_OFFER}{_FROM} WHERE o.application = ? ORDER BY o.id", (application,)
    )


def open_on(db: Database, dwelling: DwellingId) -> Offer | None:
    """The offer of a dwelling that is not answered yet."""
    return db.first(
        _offer, f"{_OFFER}{_FROM} WHERE o.dwelling = ? AND s.state = 'made'", (dwelling,)
    )


def open_of(db: Database, application: ApplicationId) -> Offer | None:
    """The offer to an application that is not answered yet."""
    return db.first(
        _offer, f"{_OFFER}{_FROM} WHERE o.application = ? AND s.state = 'made'", (application,)
    )


def offered(db: Database) -> frozenset[DwellingId]:
    """Every dwelling with an open offer."""
    found = db.select(
        lambda dwelling: DwellingId(dwelling), f"SELECT o.dwelling{_FROM} WHERE s.state = 'made'"
    )
    return frozenset(found)


def rows(db: Database) -> tuple[OfferRow, ...]:
    """Every offer, the newest first, with whose it is."""
    return db.select(
        _row,
        f"{_OFFER}, a.applicant, p.given_name, p.family_name, a.number, d.street, d.house_number,"
        f" d.house_letter, d.unit_number{_FROM} JOIN application a ON a.id = o.application"
        " JOIN person p ON p.id = a.applicant JOIN dwelling d ON d.id = o.dwelling"
        " ORDER BY o.offered_on DESC, o.id DESC",
    )


def _row(*row: object) -> OfferRow:
    applicant, given, family, number, *address = row[_COLUMNS:]
    street, house, letter, unit = (str(part) for part in address)
    return OfferRow(
        offer=_offer(*row[:_COLUMNS]),
        applicant=PersonId(int(str(applicant))),
        name=f"{given} {family}".strip(),
        application_number=str(number),
        address=address_text(street, house, letter, unit),
    )


def _offer(*row: object) -> Offer:
    texts = [str(column) for column in row]
    sent_on = day_or_none(row[17])
    state, since = OfferState(texts[11]), date.fromisoformat(texts[12])
    if state is OfferState.MADE and sent_on is not None:
        state = OfferState.SENT
    return Offer(
        id=int(texts[0]),
        number=texts[1],
        application=ApplicationId(int(texts[2])),
        vedtak=VedtakId(int(texts[3])),
        dwelling=DwellingId(int(texts[4])),
        offered_on=date.fromisoformat(texts[5]),
        answer_by=date.fromisoformat(texts[6]),
        viewing_at=None if row[7] is None else datetime.fromisoformat(texts[7]),
        told=Consequence(RefusalEffect(texts[8]), int(texts[9]), int(texts[10])),
        state=state,
        state_since=since,
        valid_reason=None if row[13] is None else row[13] == 1,
        reason=texts[14],
        words=texts[15],
        note=texts[16],
    )


def add(unit: Unit, draft: OfferDraft, number: str, vedtak: VedtakId, told: Consequence) -> int:
    """An offer made today, with what its letter tells."""
    offer = unit.insert(
        "offer",
        number=number,
        application=draft.application,
        vedtak=vedtak,
        dwelling=draft.dwelling,
        offered_on=unit.today,
        answer_by=draft.answer_by,
        viewing_at=draft.viewing_at,
        note=draft.note.strip(),
        effect=told.effect,
        counted=told.counted,
        allowed=told.allowed,
    )
    add_state(unit, offer, OfferState.MADE, unit.today)
    return offer


def add_state(
    unit: Unit,
    offer: int,
    state: OfferState,
    since: date,
    *,
    valid: bool | None = None,
    reason: DeclineReason | None = None,
    words: str = "",
) -> None:
    """What came of it, from a day."""
    unit.insert(
        "offer_state",
        offer=offer,
        since=since,
        state=state,
        valid_reason=valid,
        reason="" if reason is None else reason,
        words=words.strip(),
    )


def granting_vedtak(db: Database, application: ApplicationId) -> VedtakId | None:
    """The newest issued grant that has no dwelling (FV-24)."""
    return db.first(
        VedtakId,
        "SELECT v.id FROM vedtak v WHERE v.application = ?"
        " AND v.result IN ('granted', 'partly_granted')"
        " AND EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = v.id AND s.state = 'issued')"
        " AND NOT EXISTS (SELECT 1 FROM allocation l WHERE l.vedtak = v.id AND l.until IS NULL)"
        " ORDER BY v.id DESC LIMIT 1",
        (application,),
    )


def number_of(db: Database, vedtak: VedtakId) -> str:
    """What a vedtak is called."""
    return db.value(str, "SELECT number FROM vedtak WHERE id = ?", (vedtak,))


_THEIRS = (
    " JOIN application a ON a.id = {table}.application WHERE a.applicant IN ({marks})"
    " OR a.household IN (SELECT household FROM household_member"
    " WHERE until IS NULL AND person IN ({marks}))"
)


def held(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Ties between households of the given persons and dwellings, in the order to delete them."""
    marks, named = ", ".join("?" * len(people)), sorted(people)
    offers = _THEIRS.format(table="offer", marks=marks)
    reservations = _THEIRS.format(table="reservation", marks=marks)
    return db.select(
        lambda kind, row, applicant: (Ref(kind, row), PersonId(applicant)),
        "SELECT 'offer_state', s.id, a.applicant FROM offer_state s"
        f" JOIN offer ON offer.id = s.offer{offers}"
        f" UNION ALL SELECT 'offer', offer.id, a.applicant FROM offer{offers}"
        f" UNION ALL SELECT 'reservation', reservation.id, a.applicant FROM reservation"
        f"{reservations}",
        (*named, *named, *named, *named, *named, *named),
    )


def remove(unit: Unit, row: Ref) -> None:
    """Take away what `held` found (ADR-02)."""
    unit.delete(row.kind, row.id)
