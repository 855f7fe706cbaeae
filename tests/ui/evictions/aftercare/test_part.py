"""«Etterpå» in a case: a roof, the things, what is to be done, looking back, closing."""

from app.core.ids import Ref
from app.evictions.model import EvictionStage
from app.office import Office
from tests.app.evictions.aftercare.lost import LETTER, Lost
from tests.app.evictions.units.around import Family
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.evictions.aftercare.desk import AFTERCARE_LETTER, AftercareLetterDesk
from ui.evictions.aftercare.part import AFTERCARE, AftercarePart
from ui.evictions.case import EvictionPage
from ui.navigation import PageId, Place
from ui.parted_page import PartedView


def part(page: EvictionPage, family: Family) -> AftercarePart:
    page.show_place(Place(PageId.EVICTION, Ref("eviction_case", family.case), AFTERCARE))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, AftercarePart)
    return page.view.part


def spoken(shown: AftercarePart) -> str:
    """All that is read aloud there, the rows too."""
    rows = (row.spoken for row in shown.tasks.rows)
    return " ".join((spoken_tree(shown), *rows))


def desk(page: EvictionPage, family: Family) -> AftercareLetterDesk:
    page.show_place(Place(PageId.EVICTION, Ref("eviction_case", family.case), AFTERCARE_LETTER))
    assert isinstance(page.view, AftercareLetterDesk)
    return page.view


def test_while_the_home_is_kept_the_page_says_what_it_is_for(
    page: EvictionPage, office: Office
) -> None:
    shown = part(page, Family(office))
    assert "Saken kan fortsatt stanses" in spoken(shown)
    assert unnamed_focusables(shown) == []


def test_follow_up_begins_and_tasks_are_ticked_by_a_key(
    page: EvictionPage, office: Office, told: list[str]
) -> None:
    family = Lost(office)
    shown = part(page, family)
    assert "Begynn oppfølgingen" in spoken(shown)
    shown.start()
    shown = part(page, family)
    assert unnamed_focusables(shown) == []
    assert "3 venter" in spoken(shown)
    shown.tasks.activate()
    assert told[-1] == "Oppgave krysset av"
    assert "Gjort 23.11.2026" in spoken(part(page, family))


def test_tv_13_things_are_told_of_and_in_order(page: EvictionPage, office: Office) -> None:
    family = Lost(office)
    shown = part(page, family)
    assert "til 04.12.2026 (ventet" in spoken(shown)
    assert shown.care is not None
    dialog = shown.dialogs.told_to_fetch(shown.care)
    dialog.form.field("kept_where").set_value("Lageret på Lia")
    assert dialog.attempt()
    assert "Lageret på Lia" in spoken(part(page, family))
    assert part(page, family).dialogs.settle().attempt()
    assert "Alt er hentet." in spoken(part(page, family))


def test_a_new_task_needs_words(page: EvictionPage, office: Office) -> None:
    family = Lost(office)
    dialog = part(page, family).dialogs.task()
    assert not dialog.attempt()
    dialog.form.field("words").set_value("Be om ny nøkkel til postkassen")
    assert dialog.attempt()
    assert "Be om ny nøkkel" in spoken(part(page, family))


def test_looking_back_and_closing_what_is_missing_never_stops_it(
    page: EvictionPage, office: Office
) -> None:
    family = Lost(office)
    office.aftercare.begin(family.case)
    dialog = part(page, family).dialogs.review()
    dialog.form.field("seen_earlier").set_value("Leien manglet i oktober.")
    dialog.form.field("words").set_value("Ring samme uke.")
    assert dialog.attempt()
    shown = part(page, family)
    assert "Leien manglet i oktober." in spoken(shown)
    assert "Brevet om hjelp etterpå er ikke laget" in spoken(shown)
    assert shown.care is not None
    assert shown.dialogs.close(shown.care).attempt()
    assert office.eviction_cases.get(family.case).stage is EvictionStage.CLOSED


def test_the_letter_is_filled_with_what_is_known_and_made(
    page: EvictionPage, office: Office, told: list[str]
) -> None:
    family = Lost(office)
    shown = desk(page, family)
    assert unnamed_focusables(shown) == []
    assert shown.form.field("call_name").value() == "Siri Testmo"
    assert not shown.issue_button.isEnabled()
    for name in ("sleep", "things", "we_do"):
        shown.form.field(name).set_value(getattr(LETTER, name))
    assert shown.show_letter()
    shown.issue()
    assert len(office.letters.to_send()) == 1
    assert "Brev om hjelp etterpå laget" in told[-1]
