"""A meeting from its calling to its minutes: what is open is on it, and stays until decided."""

from datetime import timedelta

import pytest

from app.applications.model import ApplicationDraft, ApplicationState
from app.core.errors import Conflict, Invalid
from app.core.ids import ApplicationId, Ref
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.meetings.model import MeetingDraft, MeetingId, Outcome, Section
from tests.factories import registered_dwelling, registered_person


def asked(office: Office, days: int = 3) -> ApplicationId:
    received = office.clock.today() - timedelta(days=days)
    return office.applications.register(
        ApplicationDraft(applicant=registered_person(office, national_id=""), received_on=received)
    )


def called(office: Office) -> MeetingId:
    return office.meetings.call(MeetingDraft(office.clock.today(), "Rådhuset", "Siri, Per"))


def test_all_that_is_open_is_on_the_agenda_once(office: Office) -> None:
    old, new = asked(office, 25), asked(office)
    vacant = registered_dwelling(office)
    items = office.meetings.get(called(office)).items
    assert [(item.about, item.section) for item in items] == [
        (Ref("dwelling", vacant), Section.VACANT),
        (Ref("application", old), Section.TO_DECIDE),
        (Ref("application", new), Section.TO_DECIDE),
    ]
    told = office.meetings.why(items[1])
    assert any("Har ventet 25 dager" in line for line in told)
    assert any("foreløpig svar" in line for line in told)


def test_every_alert_about_a_case_is_there_also_one_put_off(office: Office) -> None:
    asked(office, 25)
    meeting = called(office)
    alert = next(each for each in office.alerts.today() if each.case.kind == "application")
    office.alerts.snooze(alert, office.clock.today() + timedelta(days=1), "Ringer i morgen.")
    abouts = {item.about for item in office.meetings.get(meeting).items}
    assert alert.case in abouts


def test_what_comes_in_after_the_calling_is_there_too(office: Office) -> None:
    meeting = called(office)
    assert office.meetings.get(meeting).items == ()
    later = asked(office)
    assert [item.about.id for item in office.meetings.get(meeting).items] == [later]


def test_what_is_decided_is_kept_and_can_be_taken_back(office: Office) -> None:
    application = asked(office)
    meeting, about = called(office), Ref("application", application)
    office.meetings.decide(meeting, about, Outcome("Får vedtak denne uken.", "Siri"))
    assert office.meetings.get(meeting).items[0].outcome.responsible == "Siri"
    office.meetings.decide(meeting, about, Outcome("Innkalles til samtale.", "Siri"))
    office.history.undo()
    office.history.undo()
    assert office.meetings.get(meeting).undecided == 1


def test_the_minutes_keep_the_agenda_as_it_was(office: Office) -> None:
    application = asked(office)
    meeting, about = called(office), Ref("application", application)
    office.meetings.decide(meeting, about, Outcome("Får tilbud."))
    document = office.meetings.close(meeting)
    office.applications.take(
        application, ApplicationState.WITHDRAWN, office.clock.today(), "Fant bolig selv."
    )
    kept = office.meetings.get(meeting)
    assert [item.about for item in kept.items] == [about]
    assert office.letters.get(document).kind is DocumentKind.MEETING_MINUTES
    with pytest.raises(Conflict):
        office.meetings.decide(meeting, about, Outcome("Noe annet."))


def test_what_was_not_decided_or_not_done_comes_on_the_next(office: Office) -> None:
    today = office.clock.today()
    left, promised = asked(office), asked(office)
    first = called(office)
    office.meetings.decide(
        first, Ref("application", promised), Outcome("Nav ringer.", "Nav", today)
    )
    office.meetings.close(first)
    for application in (left, promised):
        office.applications.take(application, ApplicationState.WITHDRAWN, today, "Trukket.")
    items = office.meetings.get(called(office)).items
    assert {item.about.id for item in items} == {left, promised}
    assert {item.section for item in items} == {Section.CARRIED_OVER}


def test_one_meeting_at_a_time_and_no_minutes_without_those_present(office: Office) -> None:
    meeting = office.meetings.call(MeetingDraft(office.clock.today()))
    with pytest.raises(Conflict) as told:
        called(office)
    assert told.value.code == "meeting_open"
    with pytest.raises(Invalid) as missing:
        office.meetings.close(meeting)
    assert missing.value.problems[0].code == "present_missing"
    office.meetings.call_off(meeting)
    assert office.meetings.rows() == ()


def test_a_vacant_dwelling_comes_with_those_it_suits(office: Office) -> None:
    dwelling = Ref("dwelling", registered_dwelling(office, bedrooms=1))
    meeting = called(office)
    (item,) = office.meetings.get(meeting).items
    assert office.meetings.why(item)[-1] == "Passer ikke for noen på listen nå."
    today = office.clock.today()
    application = office.applications.register(
        ApplicationDraft(
            applicant=registered_person(office, national_id=""),
            received_on=today,
            bedrooms=1,
            state=ApplicationState.GRANTED_WAITING,
            state_since=today,
        )
    )
    number = office.applications.get(application).number
    item = next(each for each in office.meetings.get(meeting).items if each.about == dwelling)
    assert office.meetings.why(item)[-1] == f"Passer for 1 på listen. Først: {number}."
