"""Lists under names: kept with all they choose, one name to a page, taken back by undo."""

import pytest

from app.core.errors import Invalid, NotFound
from app.office import Office
from app.settings.saved_lists.model import Chosen
from tests.factories import a_person

CHOSEN = Chosen({"Eier": "Stiftelsen"}, "lia", (("rent", True),), ("address", "rent"))


def test_a_list_is_kept_with_all_that_was_chosen(office: Office) -> None:
    made = office.saved_lists.save("dwellings", " Stiftelsen  i Lia ", CHOSEN)
    assert office.saved_lists.of("people") == ()
    (kept,) = office.saved_lists.of("dwellings")
    assert (kept.id, kept.name, kept.chosen) == (made, "Stiftelsen i Lia", CHOSEN)


def test_it_is_renamed_and_removed_and_both_are_undone(office: Office) -> None:
    made = office.saved_lists.save("dwellings", "Mine", CHOSEN)
    office.saved_lists.rename(made, "Våre")
    office.saved_lists.remove(made)
    with pytest.raises(NotFound):
        office.saved_lists.get(made)
    office.history.undo()
    assert office.saved_lists.get(made).name == "Våre"
    office.history.undo()
    assert office.saved_lists.get(made).name == "Mine"
    office.history.undo()
    assert office.saved_lists.of("dwellings") == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("  ", "saved_list_name_missing"),
        ("x" * 29, "saved_list_name_long"),
        ("MINE", "saved_list_name_taken"),
    ],
)
def test_a_name_is_there_is_short_and_is_its_own(office: Office, name: str, code: str) -> None:
    office.saved_lists.save("dwellings", "Mine", CHOSEN)
    with pytest.raises(Invalid) as caught:
        office.saved_lists.save("dwellings", name, CHOSEN)
    assert [each.code for each in caught.value.problems] == [code]
    office.saved_lists.save("people", "Mine", CHOSEN)


def test_the_same_rows_are_the_same_list_however_it_is_laid_out() -> None:
    assert CHOSEN.filters_as(Chosen({"Eier": "Stiftelsen"}, "lia "))
    assert not CHOSEN.filters_as(Chosen({"Eier": "Stiftelsen"}))


def test_what_left_as_a_file_is_in_the_history(office: Office) -> None:
    before = office.history.head().events
    office.saved_lists.exported("dwellings", "Boliger", "Eier Stiftelsen", 320, "csv")
    assert office.history.head().events == before + 1


def test_a_file_taken_out_is_not_in_the_way_of_undo(office: Office) -> None:
    office.saved_lists.save("dwellings", "Mine", CHOSEN)
    office.saved_lists.exported("dwellings", "Boliger", "", 1, "xlsx")
    office.history.undo()
    assert office.saved_lists.of("dwellings") == ()


@pytest.mark.parametrize("words", ["odeg", "Ødegård", "lia kari", "14.06.89", "412 34 567"])
def test_a_search_that_may_name_somebody_is_never_kept(office: Office, words: str) -> None:
    office.people.register(a_person(given_name="Kari", family_name="Ødegård"))
    chosen = Chosen({"Eier": "Stiftelsen"}, words)
    assert office.saved_lists.kept_of(chosen).search == ""
    made = office.saved_lists.save("people", "Mine", chosen)
    assert office.saved_lists.get(made).chosen == Chosen({"Eier": "Stiftelsen"})
    with pytest.raises(Invalid) as caught:
        office.saved_lists.save("people", "Søk", Chosen({}, words))
    assert [each.code for each in caught.value.problems] == ["saved_list_only_a_name"]


@pytest.mark.parametrize("words", ["lia", "skomakervegen 43", "gård"])
def test_a_search_that_names_nobody_is_kept(office: Office, words: str) -> None:
    office.people.register(a_person(given_name="Kari", family_name="Ødegård"))
    made = office.saved_lists.save("dwellings", "Mine", Chosen({}, words))
    assert office.saved_lists.get(made).chosen.search == words
