"""The box shows what is found in groups, and where Enter goes."""

from app.core.ids import Ref
from app.dwellings.model import DwellingStatus
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk
from tests.factories import registered_dwelling, registered_person
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.navigation import PAGE_OF, QUICK_NOTE, PageId, Place
from ui.pages import COMMANDS
from ui.search.acts import Call
from ui.search.finder import Finder


def found(office: Office, words: str) -> dict[str, list[tuple[object, str, str]]]:
    """What stands under each title that has rows."""
    groups = Finder(office, COMMANDS).groups(words)
    return {
        group.title: [(row.key, row.title, row.why) for row in group.rows]
        for group in groups
        if group.rows
    }


def test_a_name_brings_the_person_and_the_cases(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    groups = found(office, "kanarifugl")
    assert list(groups) == ["Personer", "Søknader", "Leieforhold", "Brev og dokumenter", "Gjør"]
    assert groups["Søknader"] == [
        (Ref("application", desk.application), "Kari Kanarifugl", "S2026-001")
    ]
    assert groups["Leieforhold"] == [
        (Ref("lease", lease), "Kari Kanarifugl", "L2026-001 · Ødegårdsvegen 4, H0201")
    ]


def test_the_number_of_a_vedtak_leads_to_its_page(office: Office) -> None:
    vedtak = LeaseDesk(office).granted()
    ((key, title, why),) = found(office, "V2026-001")["Vedtak"]
    assert (key, title, why) == (Ref("vedtak", vedtak), "Kari Kanarifugl", "V2026-001")
    assert isinstance(key, Ref)
    assert key.kind in PAGE_OF


def test_a_protected_person_has_a_lock_and_no_address(office: Office) -> None:
    LeaseDesk(office, protection=AddressProtection.CONFIDENTIAL).prepared()
    groups = [group for group in Finder(office, ()).groups("kanarifugl") if group.rows]
    records = [row for group in groups if group.title != "Gjør" for row in group.rows]
    assert [group.title for group in groups] == [
        "Personer",
        "Søknader",
        "Leieforhold",
        "Brev og dokumenter",
        "Gjør",
    ]
    assert not any("vegen" in f"{row.title}{row.why}" for group in groups for row in group.rows)
    for row in records:
        assert row.end_chip is not None
        assert row.end_chip.kind.icon is Icon.LOCK
        assert "vegen" not in f"{row.title}{row.why}"


def test_what_can_be_done_with_a_person_is_offered_with_it(office: Office) -> None:
    person = Ref("person", registered_person(office))
    assert found(office, "kanarifugl")["Gjør"] == [
        (
            Place(PageId.PERSON_FOLLOWUP, person, QUICK_NOTE),
            "Nytt notat om Kari Kanarifugl",
            "Samtale, besøk eller melding",
        ),
        (Place(PageId.APPLICATION, person, "new"), "Ny søknad for Kari Kanarifugl", ""),
        (Call("Kari Kanarifugl", "99 99 99 99"), "Ring Kari Kanarifugl", "99 99 99 99"),
    ]


def test_the_number_of_a_protected_person_is_not_read_out(office: Office) -> None:
    registered_person(office, protection=AddressProtection.CONFIDENTIAL)
    titles = [title for _key, title, _why in found(office, "kanarifugl")["Gjør"]]
    assert titles == ["Nytt notat om Kari Kanarifugl", "Ny søknad for Kari Kanarifugl"]


def test_a_hit_tells_what_can_be_done_with_it(office: Office) -> None:
    person = Ref("person", registered_person(office))
    finder = Finder(office, COMMANDS)
    finder.groups("kanarifugl")
    (group,) = finder.acts(person)
    assert group.title == "Gjør med Kari Kanarifugl"
    assert group.rows[0].key == person
    assert finder.acts(Place(PageId.HISTORY)) == ()


def test_nothing_typed_shows_what_was_used_last(office: Office) -> None:
    dwelling = registered_dwelling(office)
    person = registered_person(office)
    office.search.opened(Ref("dwelling", dwelling))
    keys = [key for key, _title, _why in found(office, "")["Sist brukt"]]
    assert keys == [Ref("dwelling", dwelling), Ref("person", person)]


def test_the_beginning_of_a_command_comes_before_the_records(office: Office) -> None:
    groups = found(office, "ny sø")
    assert next(iter(groups)) == "Gjør"
    assert groups["Gjør"][0][1] == "Ny søknad"


def test_a_letter_is_called_by_its_kind_and_its_receiver(office: Office) -> None:
    LeaseDesk(office).prepared()
    rows = found(office, "vedtak kanari")["Brev og dokumenter"]
    assert rows
    assert all(title.endswith(": Kari Kanarifugl") for _key, title, _why in rows)


def test_a_slip_is_said_to_be_one(office: Office) -> None:
    registered_person(office)
    assert list(found(office, "kanarifygl")) == ["Personer som ligner"]


def test_the_part_of_an_address_that_was_typed_stands_out(office: Office) -> None:
    registered_dwelling(office)
    (row,) = next(group for group in Finder(office, ()).groups("odegard") if group.rows).rows
    start, end = row.match
    assert row.title[start:end] == "Ødegård"


def test_the_box_says_whether_one_can_move_in(office: Office) -> None:
    dwelling = registered_dwelling(office)

    def row() -> Row:
        (only,) = next(group for group in Finder(office, ()).groups("odegard") if group.rows).rows
        return only

    office.dwellings.change_status(dwelling, DwellingStatus.LET, office.clock.today())
    assert row().end_words == "Utleid"
    office.dwellings.change_status(dwelling, DwellingStatus.READY, office.clock.today())
    chip = row().end_chip
    assert chip is not None
    assert chip.text == "Klar for innflytting"
