"""The whole life of a lease, with the clock moved: signed, lived in, run out, handed back."""

from dataclasses import replace
from datetime import date, timedelta

from app.alerts.model import AlertId, Reason, Urgency
from app.core.errors import Invalid, OfficeError
from app.core.ids import Ref
from app.core.money import Ore, kroner
from app.core.rent_days import for_days
from app.decisions.model import RefusalGround, VedtakKind
from app.dwellings.keys.model import DoorKeyKind
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.deposit.model import ClaimDraft, ClaimEnd, ClaimOutcome, SecurityKind
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.leases.aftermath.left_belongings.model import Belonging, BelongingOutcome
from app.leases.endings.model import EndCause
from app.leases.expiry.model import Recommendation, ReviewDraft, TermLetterDraft
from app.leases.handover.reports.model import HandoverKind
from app.leases.model import LeaseState
from app.leases.rents.model import RentChangeKind, RentChangeState
from app.leases.rents.series import read_values
from app.leases.reports.model import ReportDraft, ReportKind, ReportSource
from app.leases.residents.model import (
    ConsentKind,
    ConsentState,
    Relation,
    RequestDraft,
)
from app.leases.warnings.model import RuleBroken
from app.letters.model import DocumentKind
from app.overview.holes.model import HoleKind
from tests.app.decisions.desk import a_refusal
from tests.app.leases.handover.papers import BROKEN, FIRST, LAST
from tests.app.letters.documents import PDF
from tests.flows.tenancy import BACK, END, NO, RAISED, RENT, START, Life, signs_what_the_vedtak_set
from tests.flows.town import Town, codes


def test_from_the_vedtak_until_the_dwelling_is_let_again(town: Town) -> None:
    life = signs_what_the_vedtak_set(town)
    moves_in(life)
    is_reported_and_warned(life)
    life.reopen()
    gets_a_new_rent_only_when_told_in_time(life)
    asks_for_two_and_is_answered_once(life)
    talks_half_way(life)
    is_told_and_refused_before_the_end(life)
    life.reopen()
    is_asked_to_move_within_the_three_months(life)
    hands_back_late_and_pays_for_it(life)
    settles_what_is_left(life)
    leaves_no_hole(life)
    life.reopen()


def moves_in(life: Life) -> None:
    town, office = life.town, life.town.office
    town.until(START)
    assert life.state() is LeaseState.RUNNING
    keys = office.door_keys.register(life.dwelling, DoorKeyKind.DOOR, "A1–A3")
    office.door_keys.hand_out(keys[:2], life.lease)
    office.history.undo()
    assert office.door_keys.of_lease(life.lease) == (), "a key handed to the wrong one comes back"
    office.door_keys.hand_out(keys[:2], life.lease)
    office.key_receipts.issue(life.lease)
    office.handover_reports.issue(life.lease, HandoverKind.MOVE_IN, FIRST)
    office.handover_reports.signed(life.lease, HandoverKind.MOVE_IN, PDF, "application/pdf")
    package = office.start_packages.of(life.lease)
    assert package.tasks, "what the vedtak set"
    for task in package.tasks:
        office.start_packages.done(life.lease, task.part)
    assert office.start_packages.of(life.lease).left == 0
    assert office.start_packages.missing() == ()
    assert [hole.kind for hole in office.holes.found()] == [HoleKind.NO_SIGNED_COPY]
    town.later(9)
    office.signed_copies.add(life.lease, PDF, "application/pdf")
    assert office.holes.found() == ()


def is_reported_and_warned(life: Life) -> None:
    """HL-68: what is reported never warns by itself."""
    town, office = life.town, life.town.office
    for day in (date(2027, 2, 6), date(2027, 2, 13), date(2027, 2, 20)):
        town.until(day)
        office.reports.register(
            life.lease,
            ReportDraft(
                ReportKind.DISTURBANCE,
                "Høy musikk etter klokken 23.",
                happened_on=day,
                reported_on=day,
                source=ReportSource.OWN_VISIT,
            ),
        )
    assert office.warnings.of(life.lease) == ()
    assert len(office.warnings.leading(life.lease)) == 3
    draft = replace(office.warnings.drafted(life.lease), broken=RuleBroken.HOUSE_RULES)
    if not draft.change.strip():
        draft = replace(draft, change="Det må være ro mellom klokken 23 og 07.")
    life.send(office.warnings.issue(life.lease, draft))
    (warning,) = office.warnings.of(life.lease)
    assert warning.sent_on == town.clock.today()
    assert office.warnings.leading(life.lease) == (), "each report warns once"
    for report in office.reports.of(life.lease):
        office.reports.close(report.id, town.clock.today(), "Advarselen er sendt.")


def gets_a_new_rent_only_when_told_in_time(life: Life) -> None:
    """HL-22 to HL-24."""
    town, rents, leases = life.town, life.town.office.rents, life.town.office.leases
    town.until(date(2027, 11, 23))
    rents.add_index(read_values("2026M11 144,6\n2027M11 149,2", "2015"), "SSB tabell 05327")
    first = rents.issue(life.lease, rents.proposed(life.lease, RentChangeKind.INDEX))
    town.until(date(2027, 12, 2))
    life.send(first)
    assert leases.get(life.lease, date(2028, 1, 1)).rent == RENT, "a day late is never"
    failed = rents.standing(life.lease).not_told
    assert failed is not None
    assert failed.state is RentChangeState.NOT_TOLD
    draft = rents.proposed(life.lease, RentChangeKind.INDEX)
    assert (draft.effective_on, draft.new_rent) == (date(2028, 2, 1), RAISED)
    life.send(rents.issue(life.lease, draft))
    assert codes(town.office.history.undo, of=OfficeError) == ["undo_final"]
    town.until(date(2028, 1, 31))
    assert leases.get(life.lease).rent == RENT
    town.later(1)
    assert leases.get(life.lease).rent == RAISED


def asks_for_two_and_is_answered_once(life: Life) -> None:
    """HL-37: silence is a yes after a month, an answer in time is what it says."""
    town, residents = life.town, life.town.office.residents
    today = town.clock.today()
    brother = residents.received(
        life.lease,
        RequestDraft(ConsentKind.HOUSEHOLD, today, name="Per Erle", relation=Relation.OTHER),
    )
    town.later(14)
    (alert,) = [each for each in town.office.alerts.today() if each.id is AlertId.CONSENT]
    assert alert.urgency is Urgency.NOW
    town.later(20)
    assert residents.consent(brother).state is ConsentState.DEEMED_CONSENT
    assert codes(lambda: residents.answer(brother, NO), of=Invalid) == ["consent_given_by_silence"]
    friend = residents.received(
        life.lease,
        RequestDraft(
            ConsentKind.HOUSEHOLD, town.clock.today(), name="Eva Ugle", relation=Relation.OTHER
        ),
    )
    town.later(5)
    life.send(residents.answer(friend, NO))
    town.later(40)
    assert residents.consent(friend).state is ConsentState.REFUSED
    assert life.alerts(AlertId.CONSENT) == 0


def talks_half_way(life: Life) -> None:
    town, office = life.town, life.town.office
    town.until(date(2028, 6, 1))
    (due,) = office.term_reviews.due()
    assert due.lease == life.lease
    assert life.alerts(AlertId.HALF_WAY) == 1
    talk = ReviewDraft(
        held_on=town.clock.today(),
        recommendation=Recommendation.NOT_RENEW,
        findings="Kari har fått fast jobb og vil eie.",
        next_step="Søke om startlån.",
    )
    office.term_reviews.record(life.lease, talk)
    assert life.alerts(AlertId.HALF_WAY) == 0


def is_told_and_refused_before_the_end(life: Life) -> None:
    """AL-03: the ladder stops only at a vedtak (FV-25)."""
    town, office = life.town, life.town.office
    town.until(date(2029, 6, 1))
    assert life.alerts(AlertId.LEASE_ENDS) == 1
    note = DocumentKind.EXPIRY_NOTE
    life.send(office.expiry.issue(life.lease, note, office.expiry.suggest(life.lease, note)))
    assert life.alerts(AlertId.LEASE_ENDS) == 1, "telling is no decision"
    town.until(date(2029, 9, 3))
    application = office.renewals.begin(life.lease, town.clock.today())
    body = office.decisions.get(office.decisions.draft(application)).draft.appeal_body
    refused = a_refusal(
        kind=VedtakKind.RENEWAL, refusal_ground=RefusalGround.RENEWAL_NOT_MET, appeal_body=body
    )
    vedtak = town.decide(application, refused)
    town.send(town.letter(Ref("vedtak", vedtak)))
    assert life.alerts(AlertId.LEASE_ENDS) == 0
    assert life.state() is LeaseState.RUNNING, "a vedtak ends no lease"


def is_asked_to_move_within_the_three_months(life: Life) -> None:
    """HL-42: before the last day it is too early; then it is red until it is sent."""
    town, expiry = life.town, life.town.office.expiry
    request, later = DocumentKind.MOVE_OUT_REQUEST, TermLetterDraft(date(2030, 1, 4))
    town.until(END - timedelta(days=1))
    early = codes(lambda: expiry.issue(life.lease, request, later), of=Invalid)
    assert early == ["move_out_request_too_early"]
    town.until(date(2029, 12, 3))
    assert life.state() is LeaseState.PAST_TERM
    (alert,) = [each for each in town.office.alerts.today() if each.id is AlertId.LEASE_ENDED]
    assert (alert.urgency, alert.why) == (Urgency.NOW, Reason.LEASE_ENDED)
    made = expiry.issue(life.lease, request, later)
    assert life.alerts(AlertId.LEASE_ENDED) == 1, "made is not sent"
    life.send(made)
    assert life.alerts(AlertId.LEASE_ENDED) == 0


def hands_back_late_and_pays_for_it(life: Life) -> None:
    """HL-73, HL-74: what is paid after the last day is no rent."""
    town, office = life.town, life.town.office
    town.until(BACK)
    assert life.state() is LeaseState.PAST_TERM, "asked to move in time: never open-ended"
    aftermath = office.aftermath
    came = Handback(BACK, MovedTo.PRIVATE_RENTAL, "Hull i en dør", "29 871", "")
    aftermath.handbacks.record(life.lease, came, DwellingStatus.MAINTENANCE)
    office.history.undo()
    assert life.state() is LeaseState.PAST_TERM, "nobody is moved out by a slip"
    aftermath.handbacks.record(life.lease, came, DwellingStatus.MAINTENANCE)
    ended = office.endings.of(life.lease)
    assert ended is not None
    assert (ended.last_day, ended.cause) == (END, EndCause.EXPIRED)
    charge = aftermath.handbacks.charge(life.lease)
    assert charge is not None
    assert (charge.first, charge.until, charge.days) == (END + timedelta(days=1), BACK, 39)
    assert charge.amount == for_days(RAISED, charge.first, BACK)
    assert HoleKind.KEYS_OUT in [hole.kind for hole in office.holes.found()]
    back = [loan.key for loan in office.door_keys.of_lease(life.lease) if loan.out]
    office.door_keys.take_back(back, BACK, life.lease)


def settles_what_is_left(life: Life) -> None:
    """HL-16, HL-75, HL-76."""
    town, office, aftermath = life.town, life.town.office, life.town.office.aftermath
    out = HandoverKind.MOVE_OUT
    office.handover_reports.issue(life.lease, out, replace(LAST, held_on=BACK))
    (worse,) = office.handover_reports.beyond_wear(life.lease)
    assert worse.place == BROKEN.place, "what was worn when they came is not claimed for"
    life.send(aftermath.condition.claim(life.lease, kroner(3200), worse.words))
    thing = aftermath.belongings.add(life.lease, Belonging(BACK, "En sofa", "Boden"))
    life.send(aftermath.belongings.ask(life.lease, aftermath.belongings.suggested_day()))
    bank = "Lia Sparebank\nPostboks 12\n2201 LIA"
    grounds = "Bruk av boligen 1. desember 2029 til 8. januar 2030"
    claim = ClaimDraft(SecurityKind.DEPOSIT, kroner(3200), grounds, bank)
    life.send(aftermath.deposits.claim(life.lease, claim))
    (claimed,) = aftermath.deposits.of(life.lease)
    town.until(date(2030, 1, 14))
    aftermath.deposits.told(claimed.id, date(2030, 1, 14))
    (due,) = aftermath.deposits.due()
    assert due.limit.nominal == date(2030, 2, 18), "five weeks"
    town.until(date(2030, 2, 19))
    assert life.alerts(AlertId.DEPOSIT) == 1
    assert life.alerts(AlertId.BELONGINGS) == 1
    paid = ClaimEnd(ClaimOutcome.SHARED, town.clock.today(), kroner(3200), Ore(0))
    aftermath.deposits.ended(claimed.id, replace(paid, outcome=ClaimOutcome.TO_LANDLORD))
    aftermath.belongings.decide(
        life.lease, thing, BelongingOutcome.SOLD, town.clock.today(), "Solgt på auksjon"
    )


def leaves_no_hole(life: Life) -> None:
    town, office = life.town, life.town.office
    assert office.dwellings.get(life.dwelling).status is DwellingStatus.MAINTENANCE
    ready = date(2030, 3, 1)
    town.until(ready)
    office.dwellings.change_status(life.dwelling, DwellingStatus.READY, ready, "Døra er byttet")
    town.later(30)
    costs = office.vacancy_costs.of(BACK, town.clock.today())
    empty = BACK + timedelta(days=1)
    assert min(line.first for line in costs.lines) == empty
    assert costs.total.days == (town.clock.today() - empty).days + 1
    assert costs.total.amount > 0
    assert len(costs.by_reason) >= 2, "repair is not vacancy"
    assert office.holes.found() == ()
    assert [each for each in office.alerts.today() if each.case == life.case] == []
    assert life.state() is LeaseState.ENDED
