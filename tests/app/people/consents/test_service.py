"""Who agreed to what is known, and can be taken back at any time (PV-02)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.ids import PersonId
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.factories import registered_person

TODAY, RECEIVED, UNTIL = date(2026, 11, 23), date(2026, 11, 2), date(2027, 11, 2)


@pytest.fixture
def person(office: Office) -> PersonId:
    return registered_person(office)


def test_a_consent_holds_until_its_end_or_until_withdrawn(office: Office, person: PersonId) -> None:
    consent = Consent(person, ConsentScope.FETCH_NAV, RECEIVED, UNTIL, "ytelser")
    number = office.consents.add(consent)
    (known,) = office.consents.of(person)
    assert known == replace(consent, id=number) == office.consents.get(number)
    assert known.holds(UNTIL)
    assert not known.holds(UNTIL + timedelta(days=1))
    office.consents.withdraw(number)
    assert not office.consents.get(number).holds(TODAY)
    with pytest.raises(NotFound):
        office.consents.withdraw(number + 1)


def test_what_was_done_before_it_was_withdrawn_stays_lawful(
    office: Office, person: PersonId
) -> None:
    number = office.consents.add(Consent(person, ConsentScope.FETCH_NAV, RECEIVED, UNTIL))
    office.consents.withdraw(number)
    assert office.consents.holding(person, ConsentScope.FETCH_NAV) is None
    yesterday = office.consents.holding(person, ConsentScope.FETCH_NAV, TODAY - timedelta(days=1))
    assert yesterday is not None
    office.history.undo()
    assert office.consents.holding(person, ConsentScope.FETCH_NAV) is not None


def test_the_newest_of_a_scope_is_the_one_to_lean_on(office: Office, person: PersonId) -> None:
    first = Consent(person, ConsentScope.SHARE_PLAN, RECEIVED, UNTIL, "Nav")
    office.consents.add(first)
    newest = office.consents.add(replace(first, since=TODAY))
    found = office.consents.holding(person, ConsentScope.SHARE_PLAN)
    assert found is not None
    assert found.id == newest
    assert office.consents.holding(person, ConsentScope.CONTACT_EARLY) is None
    with pytest.raises(Invalid):
        office.consents.add(replace(first, since=TODAY + timedelta(days=1)))


def test_p5_all_that_end_soon_are_told_with_whose_they_are(
    office: Office, person: PersonId
) -> None:
    office.consents.add(Consent(person, ConsentScope.SHARE_PLAN, RECEIVED, UNTIL))
    soon = TODAY + timedelta(days=20)
    office.consents.add(Consent(person, ConsentScope.TALK_WITH_NAV, RECEIVED, soon))
    (row,) = office.consents.ending(30)
    assert (row.scope, row.person) == (ConsentScope.TALK_WITH_NAV, person)
    assert office.consents.ending(19) == ()
