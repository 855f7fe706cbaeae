"""What the round about unpaid rent reads of follow-up."""

from datetime import date

import pytest

from app.arrears.rounds.model import HelpNow
from app.core.ids import PersonId
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.levels.model import HelpLevel
from app.followup.rent_talks import HelpToday, RentTalks
from app.office import Office
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
CALL = ContactNoteDraft(TODAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Betaler fredag.")


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


def test_what_is_navs_alone_is_never_told_in_the_round(office: Office, kari: PersonId) -> None:
    talks = RentTalks(office.contact_notes, office.settings)
    assert talks.last_said(kari) is None
    office.contact_notes.add(kari, CALL)
    secret = ContactNoteDraft(
        TODAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Søker stønad.", nav_only=True
    )
    office.contact_notes.add(kari, secret)
    last = talks.last_said(kari)
    assert last is not None
    assert (last.on, last.words) == (TODAY, "Betaler fredag.")
    assert talks.spoken_on(TODAY) == {kari: TODAY}


def test_help_is_the_level_and_the_unit_that_answers(office: Office, kari: PersonId) -> None:
    given = HelpToday(office.levels, office.owners, office.services_given, office.service_units)
    assert given.help_of(kari, TODAY) == HelpNow()
    office.levels.set(kari, HelpLevel.SUPPORT, "Avtalt")
    now = given.help_of(kari, TODAY)
    assert now.level == HelpLevel.SUPPORT
    assert now.units == (office.service_units.ours().name(),)
