"""How dwellings find households: what each suits, who is offered it, what is held back."""

from datetime import timedelta
from functools import partial

from app.allocation.offers.model import DeclineReason, OfferDraft, ReservationDraft
from app.allocation.settlement.model import SettlementDraft
from app.allocation.suitability.model import Suitability
from app.applications.intake.model import Requirement
from app.applications.model import NeedCategory
from app.core.ids import Ref
from app.demo.stock import HEALTH, NAV
from app.demo.story import Steps, Story

ANSWER_DAYS = 7
QUOTA = 24
EXPECTED = (35, 95)
"""In how many days each household that is settled by agreement is expected."""


def steps(story: Story) -> Steps:
    """What is done with vacant dwellings."""
    return [
        (40, partial(_suited, story)),
        (28, partial(_offer, story, "housed")),
        (22, partial(_accept, story, "housed")),
        (25, partial(_offer, story, "ordered")),
        (20, partial(_accept, story, "ordered")),
        (24, partial(_offer, story, "granted")),
        (19, partial(_decline, story, "granted")),
        (16, partial(_offer, story, "granted")),
        (17, partial(_settlements, story)),
        (10, partial(_hold, story)),
    ]


def _suited(story: Story) -> None:
    """One flat is for emergencies, one house is quiet, one is not for children."""
    tell, vacant = story.office.suitability.tell, story.vacant(NAV)
    tell(vacant[0], Suitability(emergency=True, environment="Mye inn og ut om natten."), story.now)
    quiet = Suitability(
        meets=frozenset({Requirement.QUIET, Requirement.NEAR_SERVICES}),
        lacks=frozenset({Requirement.WHEELCHAIR}),
        environment="Rolig oppgang med eldre beboere.",
    )
    tell(vacant[1], quiet, story.now)
    tell(story.vacant(HEALTH)[0], Suitability(not_for_children=True), story.now)


def _offer(story: Story, name: str) -> None:
    """The first vacant flat that nothing keeps from them, with a week to answer."""
    offers, case = story.office.offers, story.cases[name]
    by = story.now + timedelta(days=ANSWER_DAYS)
    declined = {offer.dwelling for offer in offers.of(case)}
    drafts = (
        OfferDraft(case, dwelling, by, note="Nøkkel til visning fås på boligkontoret.")
        for dwelling in story.vacant(NAV)[1:]
        if dwelling not in declined
    )
    draft = next(each for each in drafts if not offers.check(each))
    story.offered[name] = offers.make(draft)
    story.post(Ref("offer", story.offered[name]))


def _accept(story: Story, name: str) -> None:
    story.office.offers.accept(story.offered[name], story.now)


def _decline(story: Story, name: str) -> None:
    words = "Tidligere ruspartner bor i samme oppgang. Bekreftet av oppfølgingstjenesten."
    reason = DeclineReason.SAFETY
    story.office.offers.decline(story.offered[name], story.now, reason, words, valid=True)


def _settlements(story: Story) -> None:
    """The year's number, and two households that come on it."""
    settlements, year = story.office.settlements, story.today.year
    settlements.set_quota(year, QUOTA, f"Lia kommunestyre, sak 58/{year - 1}")
    need = NeedCategory.RECEPTION_BEYOND_TARGET
    rows = [row for row in story.office.applications.rows() if row.state.open]
    known = [story.office.applications.get(row.id) for row in rows]
    coming = sorted((each for each in known if need in each.draft.needs), key=lambda each: each.id)
    for each, days in zip(coming, EXPECTED, strict=True):
        members = story.office.people.household(each.household).members
        expected = story.today + timedelta(days=days)
        settlements.agree(SettlementDraft(each.id, year, len(members), story.now, expected))


def _hold(story: Story) -> None:
    """One flat for those who come by agreement, one for a water damage, for a few days more."""
    free = [each for each in story.vacant(NAV)[1:] if story.office.offers.open_on(each) is None]
    reserve, today = story.office.reservations.reserve, story.today
    reserve(
        ReservationDraft(
            free[-1],
            story.now,
            today + timedelta(days=60),
            "Familien som kommer etter avtale med IMDi.",
            settlement_year=today.year,
        )
    )
    reserve(
        ReservationDraft(
            free[-2],
            story.now,
            today + timedelta(days=2),
            "Vannskade i Brugata 27.",
            held_for="en leietaker som må flytte ut mens boligen tørkes",
        )
    )
