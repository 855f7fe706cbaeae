"""Nobody loses a home unseen by those who help them, and nobody is told without a ground."""

from datetime import date

import pytest

from app.core.errors import Invalid
from app.core.ids import Ref
from app.evictions.units.model import Around, NoteDraft, TellingGround, WhyAround
from app.followup.levels.model import HelpLevel
from app.followup.owners.model import OwnerDraft
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.settings.units.model import ServiceUnitDraft
from tests.app.documents.reading import text
from tests.app.evictions.units.around import ASKS, SINCE, Family
from tests.app.followup.services.helped import unit_of

TODAY = date(2026, 11, 23)


def codes(caught: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {each.code for each in caught.value.problems}


def test_p3_an_alert_opens_with_plan_services_and_children(office: Office) -> None:
    """P3 Accept: «has plan / services / children» and draft messages with consent basis."""
    family = Family(office)
    assert office.unit_notes.opening(family.case) == Around(children=2, plan=False, units=1)
    drafts = {each.unit: each.ground for each in office.unit_notes.drafts(family.case)}
    assert drafts == {
        family.health: TellingGround.CONSENT,
        family.nav: TellingGround.NAMSFOGD_TELLS,
    }
    office.unit_notes.write(family.case, office.unit_notes.drafts(family.case))
    assert len(office.letters.to_send()) == 2
    assert office.unit_notes.drafts(family.case) == ()


def test_sd_07_units_with_services_show_contact_and_the_consent_they_rest_on(
    office: Office,
) -> None:
    family = Family(office)
    health = family.around(family.health)
    assert health.contact == "Siri Testmo"
    assert health.phone == "55 55 10 10"
    assert health.proposed is not None
    assert health.proposed.consent is not None
    assert health.proposed.consent.id == family.consent
    assert office.unit_notes.around(family.case)[0] == health
    ours = office.service_units.ours().id
    assert ours not in {each.unit for each in office.unit_notes.around(family.case)}


def test_pv_02_a_consent_that_is_withdrawn_leaves_samtykke_mangler(office: Office) -> None:
    family = Family(office)
    office.consents.withdraw(family.consent)
    health = family.around(family.health)
    assert health.lacks_consent
    assert health.contact == ""
    assert health.why[0] is WhyAround.SERVICES
    with pytest.raises(Invalid) as caught:
        office.unit_notes.write(family.case, [family.note(family.health)])
    assert codes(caught) == {"unit_note_ground_missing"}


def test_sot_12_child_welfare_is_told_only_when_somebody_is_worried(office: Office) -> None:
    family = Family(office)
    welfare = family.around(family.welfare)
    assert welfare.proposed is None
    assert not welfare.lacks_consent
    drafted = {each.unit for each in office.unit_notes.drafts(family.case)}
    assert family.welfare not in drafted
    note = family.note(family.welfare, ground=TellingGround.REPORT_DUTY)
    with pytest.raises(Invalid) as caught:
        office.unit_notes.write(family.case, [note])
    assert codes(caught) == {"unit_note_because_missing"}


def test_sot_12_child_welfare_is_not_named_where_no_child_is(office: Office) -> None:
    family = Family(office, children=False)
    around = {each.unit for each in office.unit_notes.around(family.case)}
    assert family.welfare not in around
    assert family.nav in around


def test_health_station_and_school_are_told_with_consent_alone(office: Office) -> None:
    family = Family(office)
    school = office.service_units.add(ServiceUnitDraft("Lia skole"))
    office.consents.add(
        Consent(family.person, ConsentScope.TALK_WITH_OTHERS, date(2026, 6, 1), body="Lia skole")
    )
    assert [each.ground for each in family.around(school).offers] == [TellingGround.CONSENT]
    growing = next(
        each for each in office.unit_notes.around(family.case) if WhyAround.CHILDREN in each.why
    )
    assert growing.offers == ()
    assert growing.lacks_consent


def test_sot_13_the_unit_that_coordinates_comes_first_with_its_coordinator(
    office: Office,
) -> None:
    family = Family(office)
    team = unit_of(office, "housing_team")
    owner = OwnerDraft(team, "Grete Modellås", "55 55 20 20")
    office.levels.set(family.person, HelpLevel.SUPPORT, "følges opp", SINCE, owner)
    first = office.unit_notes.around(family.case)[0]
    assert (first.unit, first.contact) == (team, "Grete Modellås")
    assert first.proposed is not None
    assert first.proposed.ground is TellingGround.COORDINATION
    assert office.unit_notes.opening(family.case).coordinator == "Grete Modellås"


def test_the_note_tells_who_what_and_why_but_never_where(office: Office) -> None:
    family = Family(office)
    office.unit_notes.write(family.case, [family.note(family.health)])
    (row,) = office.letters.of(Ref("eviction_case", family.case))
    assert row.kind is DocumentKind.UNIT_NOTE
    words = text(office.letters.content(row.id))
    assert "Testbakken" not in words
    assert "Prøvegata" not in words
    assert ASKS in words
    assert "psykisk helse og rus" in words
    assert "Samtykket er fra" in words
    assert "Barn" not in words


def test_a_note_waits_to_be_sent_then_read_and_is_ticked_by_hand(office: Office) -> None:
    family = Family(office)
    office.unit_notes.write(family.case, [family.note(family.health), family.note(family.nav)])
    assert len(office.letters.to_send()) == 2
    note = family.around(family.health).note
    assert note is not None
    assert note.document is not None
    with pytest.raises(Invalid) as caught:
        office.unit_notes.read(note.id)
    assert codes(caught) == {"unit_note_not_sent"}
    family.send(note.document, TODAY)
    office.unit_notes.read(note.id)
    after = family.around(family.health).note
    assert after is not None
    assert (after.read_on, after.read_by) == (TODAY, "Siri Testmo")
    office.history.undo()
    undone = office.unit_notes.get(note.id)
    assert undone.unread


def test_who_has_not_answered_is_told_after_the_days_of_the_office(office: Office) -> None:
    family = Family(office)
    office.unit_notes.write(family.case, [family.note(family.health)])
    assert office.unit_notes.unanswered() == ()
    note = family.around(family.health).note
    assert note is not None
    assert note.document is not None
    family.send(note.document, TODAY)
    assert office.unit_notes.unanswered(date(2026, 11, 25)) == ()
    (row,) = office.unit_notes.unanswered(date(2026, 11, 26))
    assert (row.case, row.note.unit) == (family.case, family.health)
    office.unit_notes.read(note.id)
    assert office.unit_notes.unanswered(date(2026, 11, 26)) == ()


def test_an_annulled_note_told_nobody(office: Office) -> None:
    family = Family(office)
    office.unit_notes.write(family.case, [family.note(family.health)])
    note = family.around(family.health).note
    assert note is not None
    assert note.document is not None
    office.letters.annul(note.document, "feil enhet")
    assert family.around(family.health).note is None


def test_adr_02_strengt_fortrolig_is_on_paper_alone(office: Office) -> None:
    family = Family(office)
    office.people.shield(family.person, "Folkeregisteret", "perm 7")
    made = office.unit_notes.write(family.case, [family.note(family.health)])
    assert isinstance(made[0], OnPaper)
    assert "Testbakken" not in text(made[0].content)
    (row,) = office.letters.of(Ref("eviction_case", family.case))
    assert not row.kept


def test_adr_05_words_and_letters_go_when_one_is_shielded(office: Office) -> None:
    family = Family(office)
    office.unit_notes.write(family.case, [family.note(family.health)])
    assert office.eviction_words.holding(frozenset({family.person}))
    office.people.shield(family.person, "Folkeregisteret", "perm 7")
    assert office.eviction_words.holding(frozenset({family.person})) == ()
    note = family.around(family.health).note
    assert note is not None
    assert note.document is None


def test_nobody_is_written_to_without_a_choice_or_words(office: Office) -> None:
    family = Family(office)
    with pytest.raises(Invalid) as caught:
        office.unit_notes.write(family.case, [])
    assert codes(caught) == {"unit_note_nobody"}
    with pytest.raises(Invalid) as caught:
        office.unit_notes.preview(family.case, NoteDraft(family.health, TellingGround.CONSENT))
    assert codes(caught) == {"unit_note_asks_missing"}
