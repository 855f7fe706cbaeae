"""What other units do is known by a consent or a law, and hidden when neither holds."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.ids import PersonId
from app.followup.services.model import (
    BasisDraft,
    ContactDraft,
    KnownBy,
    Receiver,
    ServiceDraft,
    Standing,
)
from app.office import Office
from app.people.consents.model import ConsentScope
from app.people.model import AddressProtection
from app.storage.database import Database
from tests.app.followup.services.helped import (
    SINCE,
    TODAY,
    UNTIL,
    Helped,
    agrees,
    by,
    helped,
    unit_of,
)
from tests.factories import registered_person


@pytest.fixture
def person(office: Office) -> PersonId:
    return registered_person(office)


@pytest.fixture
def known(office: Office, person: PersonId) -> Helped:
    return helped(office, person)


def codes(caught: pytest.ExceptionInfo[Invalid]) -> set[tuple[str, str]]:
    return {(each.field, each.code) for each in caught.value.problems}


def test_a1_the_card_shows_contact_service_and_end_with_the_consent_it_rests_on(
    office: Office, known: Helped
) -> None:
    (block,) = office.services_given.of(known.person)
    (service,), (contact,) = block.services, block.contacts
    assert (service.draft.what, service.draft.vedtak) == ("Praktisk bistand", "2026-014")
    assert service.draft.until == UNTIL
    assert contact.draft.name == "Siri Testmo"
    assert block.basis is not None
    assert block.basis.consent is not None
    assert block.basis.consent.id == known.consent
    assert block.basis.last_day == UNTIL


def test_a1_without_consent_the_block_is_hidden_and_says_so(office: Office, known: Helped) -> None:
    office.consents.withdraw(known.consent)
    (block,) = office.services_given.of(known.person)
    assert block.standing is Standing.WITHDRAWN
    assert (block.services, block.contacts, block.known) == ((), (), 2)
    yesterday = TODAY - timedelta(days=1)
    assert office.services_given.of(known.person, yesterday)[0].services
    office.history.undo()
    assert office.services_given.of(known.person)[0].services


def test_a1_nothing_is_kept_of_a_unit_with_nothing_to_lean_on(
    office: Office, person: PersonId
) -> None:
    home = unit_of(office, "home_services")
    service = ServiceDraft(home, "Hjemmesykepleie", since=TODAY)
    with pytest.raises(Invalid) as caught:
        office.services_given.add(person, service)
    assert codes(caught) == {("known_by", "unit_basis_missing")}
    other = agrees(office, registered_person(office, national_id="", given_name="Lill"))
    with pytest.raises(Invalid) as caught:
        office.services_given.add(person, service, by(other))
    assert codes(caught) == {("consent", "unit_basis_consent_missing")}
    law = BasisDraft(KnownBy.DUTY_TO_COOPERATE)
    with pytest.raises(Invalid) as caught:
        office.services_given.add(person, service, law)
    assert codes(caught) == {("words", "unit_basis_words_missing")}
    assert office.services_given.of(person) == ()
    office.services_given.add(person, service, replace(law, words="samarbeid om boligen"))
    assert office.services_given.of(person)[0].standing is Standing.HOLDS


def test_a1_what_our_own_office_does_needs_no_consent(office: Office, person: PersonId) -> None:
    ours = office.service_units.ours().id
    office.services_given.add(person, ServiceDraft(ours, "Booppfølging", since=TODAY))
    assert office.services_given.of(person)[0].standing is Standing.OURS


def test_c5_a_contact_person_per_unit_with_the_day_it_was_last_confirmed(
    office: Office, known: Helped
) -> None:
    given = office.services_given
    (contact,) = given.of(known.person)[0].contacts
    assert contact.confirmed_on == SINCE
    assert not given.confirmed_long_ago(contact, SINCE + timedelta(days=180))
    assert given.confirmed_long_ago(contact, SINCE + timedelta(days=181))
    given.confirm(contact.id)
    (contact,) = given.of(known.person)[0].contacts
    assert contact.confirmed_on == TODAY
    assert given.of(known.person, TODAY - timedelta(days=1))[0].contacts[0].confirmed_on == SINCE
    office.history.undo()
    assert given.contact(contact.id).confirmed_on == SINCE
    with pytest.raises(Invalid):
        given.confirm(contact.id, TODAY + timedelta(days=1))


def test_c5_one_who_is_no_longer_there_is_ended_and_kept(office: Office, known: Helped) -> None:
    given = office.services_given
    (contact,) = given.of(known.person)[0].contacts
    with pytest.raises(Invalid):
        given.end_contact(contact.id, SINCE - timedelta(days=1))
    given.end_contact(contact.id, TODAY - timedelta(days=1))
    assert given.of(known.person)[0].contacts == ()
    assert given.of(known.person, TODAY - timedelta(days=1))[0].contacts
    with pytest.raises(NotFound):
        given.contact(contact.id + 1)


def test_what_was_typed_is_put_right_and_then_made_sure_of(office: Office, known: Helped) -> None:
    given = office.services_given
    (contact,) = given.of(known.person)[0].contacts
    given.change_contact(contact.id, replace(contact.draft, phone="900 00 222"))
    assert given.contact(contact.id).draft.phone == "900 00 222"
    assert given.contact(contact.id).confirmed_on == TODAY
    (service,) = given.of(known.person)[0].services
    given.change(service.id, replace(service.draft, what="Støttekontakt"))
    assert given.service(service.id).draft.what == "Støttekontakt"
    nav = unit_of(office, "nav")
    with pytest.raises(Invalid) as caught:
        given.change(service.id, replace(service.draft, unit=nav))
    assert codes(caught) == {("known_by", "unit_basis_missing")}
    given.end(service.id, TODAY - timedelta(days=1))
    assert given.of(known.person)[0].services == ()
    with pytest.raises(NotFound):
        given.end(service.id + 1, TODAY)


def test_p5_what_is_leaned_on_tells_before_it_ends(office: Office, known: Helped) -> None:
    given = office.services_given
    child = unit_of(office, "childrens_services")
    law_ends = UNTIL - timedelta(days=3)
    law = BasisDraft(KnownBy.OTHER_LAW, words="avtale om samarbeid", until=law_ends)
    given.lean_on(known.person, child, law)
    assert given.ending(30) == ()
    law_end, consent_end = given.ending(30, UNTIL - timedelta(days=30))
    assert (law_end.ends_on, law_end.unit) == (law_ends, child)
    assert (consent_end.ends_on, consent_end.scope) == (UNTIL, ConsentScope.TALK_WITH_HEALTH)
    assert {law_end.person, consent_end.person} == {known.person}


def test_p5_a_consent_ends_after_the_months_the_office_has_chosen(office: Office) -> None:
    assert office.services_given.consent_end(date(2026, 11, 23)) == date(2027, 11, 23)


def test_p6_what_may_be_told_to_whom_names_the_consent(office: Office, known: Helped) -> None:
    agrees(office, known.person, ConsentScope.TALK_WITH_OTHERS, body="Lia bank")
    rows = {(row.receiver, row.named): row for row in office.services_given.sharing(known.person)}
    (health,) = rows[Receiver.HEALTH, ""].consents
    assert health.id == known.consent
    assert rows[Receiver.NAV, ""].consents == ()
    assert rows[Receiver.OTHERS, "Lia bank"].until == UNTIL
    office.people.protect(known.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    hidden = office.services_given.sharing(known.person)
    assert all("hidden_address" in row.never for row in hidden)


def test_records_that_are_joined_keep_who_helps(office: Office, known: Helped) -> None:
    kept = registered_person(office, national_id="", given_name="Lill")
    office.people.join(kept, known.person)
    (block,) = office.services_given.of(kept)
    assert (block.standing, block.known) == (Standing.HOLDS, 2)


def test_who_helps_stays_when_one_is_shielded_and_no_landlord_does(
    office: Office, known: Helped, db: Database
) -> None:
    agrees(office, known.person, ConsentScope.TALK_WITH_LANDLORD, body="Skjulvegen 1")
    office.people.shield(known.person, "Folkeregisteret", "Perm 3")
    assert office.services_given.of(known.person)[0].contacts
    told = db.column("SELECT coalesce(before, '') || coalesce(after, '') FROM change")
    assert not [row for row in told if "Skjulvegen" in str(row)]
    landlord = office.consents.holding(known.person, ConsentScope.TALK_WITH_LANDLORD)
    assert landlord is not None
    assert landlord.body == ""


def test_a_draft_says_what_it_lacks(office: Office, person: PersonId) -> None:
    given = office.services_given
    with pytest.raises(Invalid) as caught:
        given.add(person, ServiceDraft(until=TODAY))
    assert {field for field, _ in codes(caught)} == {"unit", "what", "since"}
    with pytest.raises(Invalid) as caught:
        given.add_contact(person, ContactDraft(since=TODAY + timedelta(days=1)))
    assert {field for field, _ in codes(caught)} == {"unit", "name", "since"}
