"""«Enhetene» in a case: the children, who helps, on which ground each is told, and the tick."""

from datetime import date

from app.core.ids import Ref
from app.office import Office
from tests.app.evictions.units.around import Family
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.evictions.case import EvictionPage
from ui.evictions.log.part import LOG, LogPart
from ui.evictions.units.desk import UNIT_NOTES, UnitNotesDesk
from ui.evictions.units.part import UNITS, UnitsPart
from ui.kit.rows import Row
from ui.navigation import PageId, Place
from ui.parted_page import PartedView

TODAY = date(2026, 11, 23)


def part(page: EvictionPage, family: Family) -> UnitsPart:
    page.show_place(Place(PageId.EVICTION, Ref("eviction_case", family.case), UNITS))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, UnitsPart)
    return page.view.part


def spoken(shown: UnitsPart) -> str:
    """All that is read aloud there, the rows too."""
    model = shown.units.model
    cells = (
        model.cell(row, column).spoken
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
    return " ".join((spoken_tree(shown), *cells))


def act(shown: UnitsPart) -> None:
    """Enter on the row stood on."""
    shown.units.opened.emit(shown.units.current)


def desk(page: EvictionPage, family: Family) -> UnitNotesDesk:
    page.show_place(Place(PageId.EVICTION, Ref("eviction_case", family.case), UNIT_NOTES))
    assert isinstance(page.view, UnitNotesDesk)
    return page.view


def test_p3_the_alert_opens_with_children_plan_and_services(
    page: EvictionPage, office: Office
) -> None:
    shown = part(page, Family(office))
    words = spoken(shown)
    assert "Har ingen plan. 1 enhet gir tjenester." in words
    assert "(9 år)" in words
    assert "Psykisk helse og rus" in words
    assert "Siri Testmo, 55 55 10 10" in words
    assert "Samtykke til 01.06.2027" in words
    assert "0 av 4 varslet" in words
    assert unnamed_focusables(shown) == []


def test_children_first_says_who_lives_there_and_what_is_missing(
    page: EvictionPage, office: Office
) -> None:
    shown = part(page, Family(office))
    card = shown.children_card
    assert card is not None
    words = spoken_tree(card)
    assert "Elif, 9 år" in words
    assert "Bor her fast" in words
    assert "Er her på samvær" in words
    assert "Hold krisemøte i dag" in words
    assert "Barnas beste er ikke vurdert" in words


def test_what_is_best_for_the_children_is_written_with_its_day(
    page: EvictionPage, office: Office, told: list[str]
) -> None:
    from app.evictions.childhood.model import ChildStepKind

    family = Family(office)
    card = part(page, family).children_card
    assert card is not None
    dialog = card.dialogs.note(ChildStepKind.BEST_INTEREST)
    assert not dialog.attempt()
    dialog.form.field("words").set_value("Samme skole, og kort vei til far.")
    assert dialog.attempt()
    assert told == ["Barnas beste vurdert"]
    after = part(page, family).children_card
    assert after is not None
    assert "Barnas beste vurdert 23.11.2026" in spoken_tree(after)


def test_pv_02_samtykke_mangler_leads_to_the_consents(
    page: EvictionPage, office: Office, went: list[Place]
) -> None:
    family = Family(office)
    office.consents.withdraw(family.consent)
    shown = part(page, family)
    assert "Samtykke mangler" in spoken(shown)
    shown.units.select(family.health)
    act(shown)
    assert went[-1] == Place(PageId.PERSON_FOLLOWUP, Ref("person", family.person), "services")


def test_several_are_written_to_at_once(
    page: EvictionPage, office: Office, told: list[str]
) -> None:
    family = Family(office)
    shown = desk(page, family)
    assert unnamed_focusables(shown) == []
    assert {each.unit for each in shown.drafts()} == {family.health, family.nav}
    shown.form.field(f"unit_{family.nav}").set_value(value=False)
    shown.form.field("asks").set_value("")
    assert not shown.show_letter()
    shown.form.field("asks").set_value("Ring oss.")
    assert shown.show_letter()
    shown.issue()
    assert len(office.letters.to_send()) == 1
    assert "Beskjed til enhetene laget" in told[-1]


def test_sot_12_child_welfare_is_written_to_with_the_worry_in_words(
    page: EvictionPage, office: Office
) -> None:
    from app.evictions.units.model import TellingGround

    family = Family(office)
    shown = desk(page, family)
    shown.form.field("judged").set_value(family.welfare)
    shown.form.field("ground").set_value(TellingGround.REPORT_DUTY)
    assert not shown.show_letter()
    shown.form.field("because").set_value("Barna har ikke vært på skolen på tre uker.")
    assert shown.show_letter()
    assert family.welfare in {each.unit for each in shown.drafts()}


def test_one_key_ticks_a_note_for_read(page: EvictionPage, office: Office, told: list[str]) -> None:
    family = Family(office)
    office.unit_notes.write(family.case, [family.note(family.health)])
    shown = part(page, family)
    assert "Skal sendes" in spoken(shown)
    assert not shown.read_button.isEnabled()
    note = family.around(family.health).note
    assert note is not None
    assert note.document is not None
    family.send(note.document, TODAY)
    shown = part(page, family)
    assert "Ikke lest" in spoken(shown)
    shown.units.select(family.health)
    act(shown)
    assert told[-1] == "Beskjed krysset av for lest"
    assert "lest av Siri Testmo" in spoken(part(page, family))


def test_a_note_read_another_day_by_somebody_else(page: EvictionPage, office: Office) -> None:
    family = Family(office)
    office.unit_notes.write(family.case, [family.note(family.health)])
    note = family.around(family.health).note
    assert note is not None
    assert note.document is not None
    family.send(note.document, TODAY)
    shown = part(page, family)
    shown.units.select(family.health)
    shown.read()
    dialog = shown.dialogs.read(office.unit_notes.get(note.id))
    dialog.form.field("read_by").set_value("Grete Modellås")
    assert dialog.attempt()
    assert office.unit_notes.get(note.id).read_by == "Grete Modellås"


def test_the_log_tells_of_the_notes_too(page: EvictionPage, office: Office) -> None:
    family = Family(office)
    office.unit_notes.write(family.case, [family.note(family.health)])
    note = family.around(family.health).note
    assert note is not None
    assert note.document is not None
    family.send(note.document, TODAY)
    office.unit_notes.read(note.id, TODAY, "Siri Testmo")
    page.show_place(Place(PageId.EVICTION, Ref("eviction_case", family.case), LOG))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, LogPart)
    titles = [row.title for row in page.view.part.list.rows if isinstance(row, Row)]
    assert titles[:2] == [
        "Psykisk helse og rus har lest beskjeden",
        "Beskjed til Psykisk helse og rus",
    ]


def test_the_button_says_what_enter_does_on_the_row(page: EvictionPage, office: Office) -> None:
    family = Family(office)
    shown = part(page, family)
    shown.units.select(family.health)
    assert shown.act_button.text() == "Skriv beskjed"
    shown.act_button.click()
    assert isinstance(page.view, UnitNotesDesk)
