"""What a new lease is prefilled with: from vedtak, dwelling, office and law. Pure."""

from datetime import date, timedelta

from app.core.ids import PersonId
from app.core.numbers import make_kid
from app.core.parameters import Parameters
from app.core.records import dataclass
from app.decisions.model import Vedtak
from app.dwellings.model import Dwelling, DwellingType
from app.leases.model import (
    NOTHING,
    USUAL_EXCEPTIONS,
    ImportedLease,
    LeaseDraft,
    LeaseKind,
    LeaseRow,
    Periods,
)
from app.leases.terms import term_end

ON_PAPER_FROM = 90000


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the form is opened. `refugee` after settlement (SD-05)."""

    tenant: PersonId
    dwelling: Dwelling
    vedtak: Vedtak | None
    refugee: bool
    rent_account: str
    today: date
    before: LeaseRow | None = None


def prefilled(known: Known, parameters: Parameters) -> LeaseDraft:
    """A draft that holds as far as what is known goes; the KID comes with the number."""
    start = first_day(known)
    months = 12 * parameters.whole("hl.min_term_years", known.today)
    if known.vedtak is not None and known.vedtak.draft.term_months:
        months = known.vedtak.draft.term_months
    dwelling = known.dwelling.draft
    staff = dwelling.dwelling_type is DwellingType.STAFF
    reserved = dwelling.for_disadvantaged and not staff
    return LeaseDraft(
        dwelling=known.dwelling.id,
        tenant=known.tenant,
        vedtak=known.vedtak.id if known.vedtak else None,
        kind=_kind(staff, known.refugee),
        start=start,
        end=term_end(start, months),
        short_reason=known.vedtak.draft.short_reason if known.vedtak else "",
        rent=known.dwelling.rent,
        account=known.rent_account,
        deposit=dwelling.usual_deposit or NOTHING,
        for_disadvantaged=reserved,
        exceptions=USUAL_EXCEPTIONS if reserved else (),
    )


def _kind(staff: bool, refugee: bool) -> LeaseKind:
    if staff:
        return LeaseKind.STAFF
    return LeaseKind.REFUGEE if refugee else LeaseKind.ORDINARY


def first_day(known: Known) -> date:
    """The day after the lease before, else the first of next month."""
    if known.before is not None and known.before.end is not None:
        return known.before.end + timedelta(days=1)
    following = known.today.replace(day=1) + timedelta(days=31)
    return following.replace(day=1)


def taken_in(imported: ImportedLease, rent_account: str, today: date) -> LeaseDraft:
    """A lease that a sheet says is there: without an end it runs until someone ends it (HL-40)."""
    open_ended = imported.open_ended or imported.end is None
    return LeaseDraft(
        dwelling=imported.dwelling,
        tenant=imported.tenant,
        kind=LeaseKind.OPEN_ENDED if open_ended else LeaseKind.ORDINARY,
        start=imported.start or today,
        end=None if open_ended else imported.end,
        rent=imported.rent,
        kid=imported.kid,
        account=rent_account,
        exceptions=(),
    )


def kid_of(year: int, lease: int) -> str:
    """The KID of a lease: year, its id in five digits and a check digit (ID-12).

    Ten digits, so that it can never be taken for a fødselsnummer.
    """
    return make_kid(f"{year}{lease:05}")


def paper_kid_of(number: str) -> str:
    """As `kid_of`, for a lease that is on paper alone: «LP-2026-1» counts from 90001."""
    _, year, count = number.split("-")
    return kid_of(int(year), ON_PAPER_FROM + int(count))


def periods_on(parameters: Parameters, kind: LeaseKind, day: date) -> Periods:
    """The lengths of time that a lease issued that day names (HL-63: a room has a shorter one)."""
    room = kind is LeaseKind.SINGLE_ROOM
    return Periods(
        least_term=parameters.period("hl.min_term_years", day),
        notice=parameters.period("hl.notice_months_room" if room else "hl.notice_months", day),
        protest=parameters.period("hl.protest_months", day),
        index_notice=parameters.period("hl.index_notice_months", day),
        prevailing_after=parameters.period("hl.prevailing_rent_after_months", day),
        prevailing_notice=parameters.period("hl.prevailing_rent_notice_months", day),
        silence=parameters.period("hl.consent_silence_months", day),
        eviction_notice=parameters.period("tv.notice_weeks", day),
        authority=parameters.text("tv.authority_name", day),
    )
