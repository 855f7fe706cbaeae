"""The handover note: what the next unit needs, and nothing it may not have (D7, SOT-10, A3)."""

from datetime import date

import page
import pytest

from app.core.errors import OfficeError
from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.documents.render import render
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft, MeasureKind
from app.followup.owners.model import NotePrint, OwnerDraft
from app.followup.plans.model import GoalDraft, NeedDraft
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection
from tests.app.documents import reading
from tests.factories import registered_person

BEGAN, TODAY = date(2026, 9, 1), date(2026, 11, 23)


def _unit(office: Office, code: str) -> OwnerDraft:
    unit = next(each for each in office.service_units.all() if each.code == code)
    return OwnerDraft(unit.id, "Mona Eksempel", "55 55 12 34")


def _handed_over(office: Office, to: str, **changes: object) -> PersonId:
    """At level 3 with a plan, a goal with two measures, and handed over today."""
    person = registered_person(office, **changes)
    office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Avtalt", BEGAN)
    office.plans.begin(person)
    need = office.plans.add_need(person, NeedDraft(LifeArea.HOME, "Trenger ro hjemme"))
    goal = office.plans.add_goal(person, GoalDraft(LifeArea.HOME, "Beholde boligen", need))
    for words, kind in (
        ("Hjemmebesøk hver uke", MeasureKind.HOME_VISIT),
        ("Trekk i trygden til husleie", MeasureKind.VOLUNTARY_DEDUCTION),
    ):
        draft = MeasureDraft(words, "Siri Testmo", date(2026, 12, 20), kind, goal=goal)
        office.followup.plan_measure(person, draft)
    office.owners.hand_over(person, _unit(office, to), TODAY, "Har tjenester der hver uke")
    return person


def _text(office: Office, person: PersonId) -> str:
    return " ".join(reading.text(render(office.handover_notes.preview(person))).split())


def _agree(office: Office, person: PersonId, scope: ConsentScope) -> None:
    office.consents.add(Consent(person, scope, BEGAN, date(2027, 9, 1)))


def test_the_note_tells_why_the_plan_and_what_is_under_way(office: Office) -> None:
    """D7: the transfer keeps the plan readable, with day and reason."""
    person = _handed_over(office, "mental_health_and_substance_use")
    _agree(office, person, ConsentScope.TALK_WITH_HEALTH)
    said = _text(office, person)
    for words in (
        "Har tjenester der hver uke",
        "23. november 2026",
        "boligkontoret",
        "3 – oppfølging og tjenester",
        "Beholde boligen",
        "Hjemmebesøk hver uke",
        "Mona Eksempel",
        "Snakke med helse- og omsorgstjenesten",
    ):
        assert words in said
    assert office.plans.of(person) is not None


def test_it_says_that_it_is_confidential(office: Office) -> None:
    """SOT-10, FV-21: even that the person gets help."""
    said = _text(office, _handed_over(office, "mental_health_and_substance_use"))
    assert "taushetsplikt, også at personen får hjelp" in said


def test_what_is_navs_own_goes_to_nav_alone(office: Office) -> None:
    """A3, P6."""
    person = _handed_over(office, "mental_health_and_substance_use")
    _agree(office, person, ConsentScope.TALK_WITH_HEALTH)
    assert "Trekk i trygden" not in _text(office, person)
    _agree(office, person, ConsentScope.TALK_WITH_NAV)
    office.owners.hand_over(person, _unit(office, "nav"), TODAY, "Nav følger opp")
    assert "Trekk i trygden" in _text(office, person)


def test_without_consent_the_plan_stays_behind(office: Office) -> None:
    """P6: the note says so, and who takes over asks the person."""
    person = _handed_over(office, "mental_health_and_substance_use")
    assert office.handover_notes.withholds(person)
    said = _text(office, person)
    assert "har ikke sagt ja til at dere får den" in said
    assert "Beholde boligen" not in said


def test_within_one_unit_the_plan_follows(office: Office) -> None:
    person = registered_person(office)
    office.levels.set(person, HelpLevel.SUPPORT, "Avtalt", BEGAN)
    office.plans.begin(person)
    ours = office.service_units.ours().id
    office.owners.hand_over(person, OwnerDraft(ours, "Boligsosialt team"), TODAY, "Ny koordinator")
    assert not office.handover_notes.withholds(person)


@pytest.mark.parametrize("language", list(Language))
def test_it_is_issued_archival_and_accessible(office: Office, language: Language) -> None:
    person = _handed_over(office, "nav", language=language)
    _agree(office, person, ConsentScope.SHARE_PLAN)
    made = office.handover_notes.issue(person, NotePrint("Ring før fredag."))
    assert not isinstance(made, OnPaper)
    kept = office.letters.get(made)
    assert kept.kind is DocumentKind.HANDOVER_NOTE
    event = office.history.of(Ref("person", person))[0]
    assert (event.verb, event.final) == ("case_owner.note_issued", True)
    data = office.letters.content(made)
    assert "Ring før fredag." in reading.text(data)
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant


def test_of_one_whose_address_is_secret_nothing_is_kept(office: Office) -> None:
    """ADR-02: on paper alone, and no address in it."""
    person = _handed_over(
        office,
        "nav",
        address=None,
        protection=AddressProtection.STRICTLY_CONFIDENTIAL,
        protection_source="Folkeregisteret",
    )
    made = office.handover_notes.issue(person)
    assert isinstance(made, OnPaper)
    assert "Testbakken" not in _text(office, person)


def test_who_is_not_followed_up_has_nothing_to_hand_over(office: Office) -> None:
    with pytest.raises(OfficeError, match="owner_not_followed"):
        office.handover_notes.preview(registered_person(office))
