"""An offer from its letter to the lease: yes, no with and without a valid reason, no answer."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.allocation.model import ReasonCode
from app.allocation.offers.model import DeclineReason, OfferDraft, OfferState, ReservationDraft
from app.allocation.rulesets.model import RefusalEffect
from app.applications.intake.model import Representative, RepresentativeKind
from app.applications.model import ApplicationKind, ApplicationState, OtherMember
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import ApplicationId, DocumentId, DwellingId, Ref
from app.dwellings.model import DwellingStatus
from app.letters.model import Channel, DocumentKind
from app.office import Office
from app.people.model import AddressProtection, Role
from tests.app.allocation.offers.conftest import Wait
from tests.factories import a_number, a_person, registered_dwelling

S = OfferState
TODAY = date(2026, 11, 23)


def codes(caught: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    """What was told, and beside which field."""
    return [(problem.field, problem.code) for problem in caught.value.problems]


def offered(office: Office, application: ApplicationId, dwelling: DwellingId) -> int:
    """An offer with the answer day of the rules."""
    return office.offers.make(office.offers.drafted(application, dwelling))


def test_from_no_with_a_valid_reason_to_yes_and_a_lease(office: Office, wait: Wait) -> None:
    dwelling = registered_dwelling(office)
    first, second = wait(), wait()
    offer = offered(office, first, dwelling)
    assert office.offers.get(offer).state is S.MADE
    office.offers.decline(offer, TODAY, DeclineReason.HEALTH, "trapper", valid=True)
    assert office.offers.effect_due(offer) is RefusalEffect.NOTHING
    assert [place.row.id for place in office.allocation.waiting_list()] == [first, second]
    yes = offered(office, second, dwelling)
    office.offers.accept(yes, TODAY)
    given = office.allocation.allocation_of(dwelling)
    assert given is not None
    assert (given.application, given.reason) == (second, "T-2026-2")
    assert office.applications.get(second).state is ApplicationState.ALLOCATED
    assert office.leases.prefilled(vedtak=given.vedtak).dwelling == dwelling


def test_the_letter_waits_to_be_sent_and_the_offer_is_sent_with_it(
    office: Office, wait: Wait
) -> None:
    offer = offered(office, wait(), registered_dwelling(office))
    (letter,) = office.letters.to_send()
    assert (letter.kind, letter.case) == (DocumentKind.OFFER, Ref("offer", offer))
    office.letters.sent(DocumentId(letter.id), TODAY, Channel.LETTER, "postlagt")
    assert office.offers.get(offer).state is S.SENT
    assert office.history.undoable() is None


def test_the_answer_day_follows_the_rules_and_is_never_on_a_day_off(
    office: Office, wait: Wait, clock: FixedClock
) -> None:
    application, dwelling = wait(), registered_dwelling(office)
    assert office.offers.drafted(application, dwelling).answer_by == date(2026, 11, 30)
    clock.at = clock.at.replace(month=12, day=18)  # seven days on is Christmas Day
    assert office.offers.drafted(application, dwelling).answer_by == date(2026, 12, 28)


def test_who_speaks_for_the_person_gets_a_copy(office: Office, wait: Wait) -> None:
    application = wait()
    person = office.applications.get(application).applicant
    office.intake.add_representative(
        Representative(person, RepresentativeKind.GUARDIAN, "Verge Testli", date(2026, 1, 1))
    )
    offered(office, application, registered_dwelling(office))
    kinds = sorted(row.kind for row in office.letters.to_send())
    assert kinds == [DocumentKind.OFFER, DocumentKind.OFFER_COPY]


def bad(office: Office, application: ApplicationId, dwelling: DwellingId, **changes: object) -> str:
    """What one offer is refused for."""
    draft = office.offers.drafted(application, dwelling)
    changed = replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields
    with pytest.raises(Invalid) as caught:
        office.offers.make(changed)
    assert office.offers.check(changed) == caught.value.problems
    (problem,) = caught.value.problems
    return f"{problem.field} {problem.code}"


def test_what_is_wrong_with_an_offer_is_told_beside_its_field(office: Office, wait: Wait) -> None:
    application, dwelling = wait(), registered_dwelling(office)
    assert bad(office, application, dwelling, answer_by=TODAY) == (
        "answer_by answer_day_not_after_offer"
    )
    late = datetime(2026, 12, 24, 10, 0)
    assert bad(office, application, dwelling, viewing_at=late) == "viewing_on viewing_not_between"
    unpriced = registered_dwelling(office, street="Elvegata", rent=None)
    assert bad(office, application, unpriced) == "dwelling offer_rent_missing"
    let = registered_dwelling(office, street="Furulia", status=DwellingStatus.LET)
    assert bad(office, application, let) == "dwelling dwelling_not_offerable"
    undecided = wait(vedtak=False, state=ApplicationState.IN_ASSESSMENT)
    assert bad(office, undecided, dwelling) == "application offer_needs_vedtak"
    elsewhere = wait(vedtak=False)
    assert bad(office, elsewhere, dwelling) == "application offer_needs_vedtak"
    renewal = wait(kind=ApplicationKind.RENEWAL)
    assert bad(office, renewal, dwelling) == "application offer_needs_vedtak"


def test_one_open_offer_for_each_dwelling_and_each_application(office: Office, wait: Wait) -> None:
    first, second = wait(), wait()
    dwelling, other = registered_dwelling(office), registered_dwelling(office, street="Elvegata")
    offer = offered(office, first, dwelling)
    assert bad(office, second, dwelling) == "dwelling dwelling_offered"
    assert bad(office, first, other) == "application application_has_offer"
    vedtak = office.decisions.rows(second)[0].id
    with pytest.raises(Invalid) as caught:
        office.allocation.give(vedtak, dwelling, TODAY, "passer")
    assert codes(caught) == [("dwelling", "dwelling_offered")]
    office.offers.retract(offer, TODAY, "vannskade")
    assert office.offers.offered() == frozenset()
    assert offered(office, second, dwelling) == 2


def test_a_dwelling_offered_says_so_to_the_others(office: Office, wait: Wait) -> None:
    first, second = wait(), wait()
    dwelling = registered_dwelling(office)
    offered(office, first, dwelling)
    found = {each.place.row.id: each for each in office.allocation.candidates(dwelling)}
    assert ReasonCode.OFFERED_TO_THIS in [reason.code for reason in found[first].why]
    assert ReasonCode.OFFERED in [reason.code for reason in found[second].why_not]


def test_an_answer_must_be_whole_and_come_once(office: Office, wait: Wait) -> None:
    offer = offered(office, wait(), registered_dwelling(office))
    with pytest.raises(Invalid) as caught:
        office.offers.decline(offer, TODAY, None, valid=None)
    assert codes(caught) == [
        ("reason", "decline_reason_missing"),
        ("valid", "valid_reason_not_said"),
    ]
    with pytest.raises(Invalid) as caught:
        office.offers.decline(offer, TODAY, DeclineReason.NO_REASON, valid=True)
    assert codes(caught) == [("words", "valid_reason_words_missing")]
    with pytest.raises(Invalid) as caught:
        office.offers.accept(offer, TODAY + timedelta(days=1))
    assert codes(caught) == [("since", "day_in_future")]
    with pytest.raises(Invalid) as caught:
        office.offers.accept(offer, TODAY - timedelta(days=1))
    assert codes(caught) == [("since", "day_before_last")]
    with pytest.raises(Invalid) as caught:
        office.offers.unanswered(offer, TODAY)
    assert codes(caught) == [("since", "answer_day_not_over")]
    with pytest.raises(Invalid) as caught:
        office.offers.retract(offer, TODAY, " ")
    assert codes(caught) == [("words", "reason_missing")]
    office.offers.decline(offer, TODAY, DeclineReason.TOO_SMALL, valid=False)
    with pytest.raises(Invalid) as caught:
        office.offers.accept(offer, TODAY)
    assert codes(caught) == [("state", "offer_answered")]
    with pytest.raises(NotFound):
        office.offers.get(99)


def test_a_no_without_a_valid_reason_has_the_told_effect_only_by_the_officers_act(
    office: Office, wait: Wait
) -> None:
    application = wait()
    offer = offered(office, application, registered_dwelling(office))
    told = office.offers.get(offer).told
    assert (told.now, told.counted) == (RefusalEffect.LAPSES, 0)
    office.offers.decline(offer, TODAY, DeclineReason.NO_REASON, valid=False)
    assert office.applications.get(application).state is ApplicationState.GRANTED_WAITING
    assert office.offers.effect_due(offer) is RefusalEffect.LAPSES
    office.offers.carry_out(offer, "takket nei uten gyldig grunn")
    assert office.applications.get(application).state is ApplicationState.LAPSED
    assert office.offers.effect_due(offer) is RefusalEffect.NOTHING
    with pytest.raises(Conflict) as caught:
        office.offers.carry_out(offer, "en gang til")
    assert caught.value.code == "offer_no_effect"


def test_no_answer_counts_unless_something_kept_them_and_a_late_yes_holds_while_it_is_free(
    office: Office, wait: Wait, clock: FixedClock
) -> None:
    application, dwelling = wait(), registered_dwelling(office)
    offer = offered(office, application, dwelling)
    clock.at = clock.at.replace(month=12, day=1)
    with pytest.raises(Invalid) as caught:
        office.offers.unanswered(offer, clock.today(), valid=True)
    assert codes(caught) == [("words", "valid_reason_words_missing")]
    office.offers.unanswered(offer, clock.today(), "lå på sykehus", valid=True)
    assert office.offers.effect_due(offer) is RefusalEffect.NOTHING
    office.offers.accept(offer, clock.today())
    assert office.allocation.allocation_of(dwelling) is not None


def test_a_late_yes_to_a_dwelling_that_is_anothers_is_refused(
    office: Office, wait: Wait, clock: FixedClock
) -> None:
    first, second, dwelling = wait(), wait(), registered_dwelling(office)
    offer = offered(office, first, dwelling)
    clock.at = clock.at.replace(month=12, day=1)
    office.offers.unanswered(offer, clock.today())
    offered(office, second, dwelling)
    with pytest.raises(Invalid) as caught:
        office.offers.accept(offer, clock.today())
    assert codes(caught) == [("dwelling", "dwelling_offered")]
    assert office.offers.get(offer).state is S.UNANSWERED


def test_a_yes_can_be_undone_and_taken_back_before_the_lease(office: Office, wait: Wait) -> None:
    application, dwelling = wait(), registered_dwelling(office)
    offer = offered(office, application, dwelling)
    office.offers.accept(offer, TODAY)
    office.history.undo()
    assert office.offers.get(offer).state is S.MADE
    assert office.allocation.allocations(dwelling) == ()
    office.offers.accept(offer, TODAY)
    office.offers.retract(offer, TODAY, "taket lekker")
    assert office.allocation.allocation_of(dwelling) is None
    assert office.applications.get(application).state is ApplicationState.GRANTED_WAITING


def test_a_strictly_protected_household_is_offered_a_dwelling_on_paper_alone(
    office: Office, wait: Wait
) -> None:
    hidden = a_person(
        national_id=a_number(date(2017, 3, 2), 0),
        protection=AddressProtection.STRICTLY_CONFIDENTIAL,
        address=None,
    )
    application = wait(others=(OtherMember(hidden, Role.CHILD),), present_housing="")
    dwelling = registered_dwelling(office)
    assert bad(office, application, dwelling) == "dwelling tie_not_to_be_kept"
    draft = ReservationDraft(dwelling, TODAY, TODAY, "venter", application=application)
    with pytest.raises(Invalid) as caught:
        office.reservations.reserve(draft)
    assert codes(caught) == [("application", "tie_not_to_be_kept")]


def test_shielding_removes_offers_and_reservations(office: Office, wait: Wait) -> None:
    application = wait(present_housing="")
    dwelling, other = registered_dwelling(office), registered_dwelling(office, street="Elvegata")
    offer = offered(office, application, dwelling)
    office.reservations.reserve(
        ReservationDraft(other, TODAY, TODAY, "venter på papir", application=application)
    )
    person = office.applications.get(application).applicant
    places = office.people.places_of(person)
    assert {Ref("offer", offer), Ref("reservation", 1)} <= set(places)
    office.people.shield(person, "politiet", "Mappe 7")
    assert office.people.places_of(person) == ()
    assert office.offers.rows() == ()
    assert office.reservations.rows() == ()


def test_the_draft_hides_a_confidential_address(office: Office, wait: Wait) -> None:
    person = a_person(
        national_id=a_number(date(1985, 3, 2), 0), protection=AddressProtection.CONFIDENTIAL
    )
    application = wait(applicant=person, present_housing="")
    draft = office.offers.drafted(application, registered_dwelling(office))
    assert office.offers.preview(draft).recipient == ()
    office.offers.make(draft)
    assert "address.shown" in [event.verb for event in office.history.latest()]


def test_the_list_of_offers_names_person_and_dwelling(office: Office, wait: Wait) -> None:
    offered(office, wait(), registered_dwelling(office))
    (row,) = office.offers.rows()
    assert row.address == "Ødegårdsvegen 4, H0201"
    assert row.name not in repr(row)


def test_a_draft_is_made_for_whom_and_which() -> None:
    draft = OfferDraft(ApplicationId(3), DwellingId(4), TODAY, note="hemmelig")
    assert "hemmelig" not in repr(draft)
