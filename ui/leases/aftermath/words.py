"""What is said of a lease that is over, and when its cards show."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.core.money import format_kroner
from app.core.text import plural
from app.leases.aftermath.deposit.model import Claim, ClaimSide, SecurityKind
from app.leases.aftermath.handback.model import OccupationCharge
from app.leases.aftermath.left_belongings.model import BelongingOutcome
from app.leases.handover.reports.model import Place
from app.leases.model import Lease, LeaseState
from app.office import Office
from ui.kit.chips import ChipKind
from ui.labels import day, title_word

OCCUPATION = "occupation_charge"
COLLECT = "belongings_request"
CONDITION = "condition_claim"
SECURITY = "deposit_claim"

_OVER = frozenset({LeaseState.OVERSTAY, LeaseState.ENDED, LeaseState.PAST_TERM})

THING_CHIPS = {
    BelongingOutcome.KEPT: ChipKind.WAITING,
    BelongingOutcome.RUBBISH: ChipKind.NOT_STARTED,
    BelongingOutcome.COLLECTED: ChipKind.OK,
    BelongingOutcome.SOLD: ChipKind.INFO,
    BelongingOutcome.THROWN: ChipKind.NOT_STARTED,
    BelongingOutcome.GIVEN_AWAY: ChipKind.INFO,
}


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("Aftermath", words)


def over(lease: Lease) -> bool:
    """Whether the last day has passed, so that there is something to do after it."""
    return lease.state in _OVER


def charge_words(charge: OccupationCharge) -> str:
    """«5 dager, 1 366,67 kr til og med 05.04.2027.»"""
    days = plural(charge.days, tr("dag"), tr("dager"))
    return f"{days}, {format_kroner(charge.amount)} {tr('til og med')} {day(charge.until)}."


def beyond_wear(office: Office, lease: Lease) -> str:
    """What the move-out report judged to be more than wear, a line for each thing (HL-73)."""
    found = office.handover_reports.beyond_wear(lease.id)
    return "\n".join(_worse(each.place, each.words) for each in found)


def _worse(place: Place, words: str) -> str:
    number = f" {place.number}" if place.number else ""
    where = f"{title_word(place.room)}{number}, {title_word(place.item).lower()}"
    return f"{where}: {words}" if words else where


def claim_title(claim: Claim) -> str:
    """«Vi krever depositumet, 16 400 kr»."""
    what = {
        SecurityKind.DEPOSIT: tr("depositumet"),
        SecurityKind.GUARANTEE: tr("garantien"),
    }[claim.draft.security]
    amount = format_kroner(claim.draft.amount) if claim.draft.amount else ""
    return f"{title_word(claim.side)} {what}, {amount}"


def claim_why(claim: Claim, limit: date | None) -> str:
    """Where it stands, in a sentence."""
    if claim.outcome is not None:
        parts = []
        if claim.to_landlord:
            parts.append(tr("{} til oss").format(format_kroner(claim.to_landlord)))
        if claim.to_tenant:
            parts.append(tr("{} til leietakeren").format(format_kroner(claim.to_tenant)))
        return ". ".join(filter(None, (", ".join(parts), claim.note)))
    if claim.draft.security is SecurityKind.GUARANTEE:
        return tr("Krevd {}. Venter på svar.").format(day(claim.claimed_on))
    if limit is None:
        return tr("Krevd {}. Banken har ikke sagt når den varslet leietakeren.").format(
            day(claim.claimed_on)
        )
    if claim.side is ClaimSide.TENANT:
        return tr("Banken betaler leietakeren hvis vi ikke har gått til retten innen {}.").format(
            day(limit)
        )
    return tr("Banken betaler oss hvis leietakeren ikke har gått til retten innen {}.").format(
        day(limit)
    )
