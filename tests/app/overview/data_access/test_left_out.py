"""PV-04, FV-21: what the officer hides stands nowhere in the file, and the file says how much."""

import io
import json
import zipfile
from datetime import date

import page
import pytest

from app.core.errors import Conflict
from app.core.ids import Ref
from app.core.text import Language
from app.office import Office
from app.overview.data_access.model import MentionKind
from app.people.model import AddressProtection, PersonDraft
from tests.app.documents import reading
from tests.app.overview.data_access.test_service import PlainWording
from tests.app.overview.household.desk import HouseholdDesk
from tests.factories import a_number, registered_person

ABOUT_CHILD = "Elif har fått astma."
ABOUT_NEIGHBOUR = "Naboen Mona Ødegård drikker tungt."
OWN = "Kari har betalt."
UNTOLD = "Barnevernet vurderer tiltak."
GAP = "[utelatt: gjelder en annen person]"
NUMBER = a_number(date(1990, 3, 1), 0)


@pytest.fixture
def desk(office: Office) -> HouseholdDesk:
    made = HouseholdDesk(office)
    office.people.register(PersonDraft("Mona", "Ødegård", national_id=NUMBER))
    made.note(f"{OWN} {ABOUT_CHILD} {ABOUT_NEIGHBOUR}\n{UNTOLD}")
    made.note(f"{ABOUT_CHILD} Ny time. Ring {NUMBER}.")
    return made


def keys(desk: HouseholdDesk, *said: str) -> frozenset[str]:
    review = desk.office.data_access.review(desk.person)
    found = (each for text in review.texts for each in text.sentences)
    return frozenset(each.key for each in found if each.text.strip() in said)


def unpacked(content: bytes) -> tuple[str, str]:
    """What people read, and what programs read."""
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        readable = " ".join(reading.text(made.read("innsyn.pdf")).split())
        return readable, made.read("innsyn.json").decode()


def test_sentences_about_others_are_suggested_with_the_reason(desk: HouseholdDesk) -> None:
    review = desk.office.data_access.review(desk.person)
    found = {
        each.text.strip(): {mention.kind for mention in each.mentions}
        for text in review.texts
        for each in text.sentences
    }
    assert found[ABOUT_CHILD] == {MentionKind.TOGETHER}
    assert found[ABOUT_NEIGHBOUR] == {MentionKind.REGISTERED}
    assert found[f"Ring {NUMBER}."] == {MentionKind.NUMBER}
    assert found[OWN] == found[UNTOLD] == set()
    assert review.suggested == keys(desk, ABOUT_CHILD, ABOUT_NEIGHBOUR, f"Ring {NUMBER}.")
    told = [text.mentions_others for text in review.texts]
    assert told == sorted(told, reverse=True), "those that mention others stand first"
    assert review.texts[0].on == date(2026, 11, 20)


def test_the_register_is_asked_only_about_words_the_texts_hold(desk: HouseholdDesk) -> None:
    """A namesake of the person, and one whose names never stand together, are nobody else."""
    people = desk.office.people
    me = people.get(desk.person)
    people.register(PersonDraft(me.given_name, me.family_name))
    people.register(PersonDraft("Barnevernet", "Tiltak"))
    desk.note(f"{me.name} kom.")
    assert (
        not keys(desk, f"{me.name} kom.", UNTOLD)
        & desk.office.data_access.review(desk.person).suggested
    )


def test_words_of_a_joined_record_are_the_persons_own(desk: HouseholdDesk) -> None:
    former = desk.office.people.register(PersonDraft("Karianne", "Skarpsno"))
    desk.note("Karianne Skarpsno søkte i 2019.")
    assert (
        keys(desk, "Karianne Skarpsno søkte i 2019.")
        <= desk.office.data_access.review(desk.person).suggested
    )
    desk.office.people.join(desk.person, former)
    review = desk.office.data_access.review(desk.person)
    assert not keys(desk, "Karianne Skarpsno søkte i 2019.") & review.suggested


@pytest.mark.parametrize("told", [ABOUT_CHILD, ABOUT_NEIGHBOUR, UNTOLD, OWN])
def test_what_is_hidden_is_nowhere_in_the_file(desk: HouseholdDesk, told: str) -> None:
    """Any sentence may be hidden, whether it was suggested or not."""
    content = desk.office.data_access.make(desk.person, PlainWording(), keys(desk, told))
    for said in unpacked(content):
        assert told not in said
        assert told.rstrip(".") not in said
        assert GAP in said
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        for name in made.namelist():
            assert told.encode() not in made.read(name)
            assert json.dumps(told).encode() not in made.read(name)


def test_the_rest_of_the_text_stands_round_the_gap(desk: HouseholdDesk) -> None:
    hidden = keys(desk, ABOUT_CHILD, ABOUT_NEIGHBOUR)
    content = desk.office.data_access.make(desk.person, PlainWording(), hidden)
    readable, machine = unpacked(content)
    notes = [row["words"] for row in json.loads(machine)["tables"]["contact_note_told"]]
    assert notes[1:] == [f"{OWN} {GAP} {GAP}\n{UNTOLD}", f"{GAP} Ny time. Ring {NUMBER}."]
    assert f"{OWN} {GAP} {GAP} {UNTOLD}" in readable


def test_the_file_ends_with_how_many_and_on_what_ground(desk: HouseholdDesk) -> None:
    hidden = keys(desk, ABOUT_CHILD, ABOUT_NEIGHBOUR)
    content = desk.office.data_access.make(desk.person, PlainWording(), hidden)
    readable, machine = unpacked(content)
    end = readable[readable.index("Det som er utelatt") :]
    assert "2 setninger er utelatt, fordi de gjelder andre personer." in end
    for said in ("§ 13", "artikkel 15 nr. 4", "§ 16 første ledd bokstav d", "Datatilsynet"):
        assert said in end, said
    told = json.loads(machine)
    assert list(told)[-1] == "left_out"
    assert told["left_out"]["sentences"] == 2
    assert "artikkel 15 nr. 4" in told["left_out"]["ground"]
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        for profile in ("2a", "ua1"):
            assert page.validate_pdf_bytes(made.read("innsyn.pdf"), profile=profile).is_compliant


def test_with_nothing_hidden_the_file_says_that_too(desk: HouseholdDesk) -> None:
    readable, machine = unpacked(desk.office.data_access.make(desk.person, PlainWording()))
    assert "Ingen setninger er utelatt." in readable
    assert json.loads(machine)["left_out"] == {
        "sentences": 0,
        "ground": "Ingen setninger er utelatt.",
    }
    assert ABOUT_NEIGHBOUR in readable


def test_a_nynorsk_reader_gets_the_gap_in_nynorsk(desk: HouseholdDesk) -> None:
    with desk.office.unit("person.changed", Ref("person", desk.person)) as unit:
        unit.update("person", desk.person, language=Language.NN.value)
    hidden = keys(desk, ABOUT_CHILD)
    readable, _ = unpacked(desk.office.data_access.make(desk.person, PlainWording(), hidden))
    assert "[utelate: gjeld ein annan person]" in readable
    assert "Éi setning er utelaten" in readable


def test_the_preview_is_what_will_be_read(desk: HouseholdDesk) -> None:
    access, hidden = desk.office.data_access, keys(desk, ABOUT_CHILD)
    with zipfile.ZipFile(io.BytesIO(access.make(desk.person, PlainWording(), hidden))) as made:
        assert made.read("innsyn.pdf") == access.preview(desk.person, PlainWording(), hidden)


def test_the_history_keeps_the_number_and_the_ground_and_no_sentence(desk: HouseholdDesk) -> None:
    access = desk.office.data_access
    hidden = keys(desk, ABOUT_CHILD, UNTOLD)
    access.given(desk.person, access.make(desk.person, PlainWording(), hidden))
    newest = desk.office.history.latest(1)[0]
    assert newest.verb == "data_access.given"
    assert newest.reason.startswith("2 setninger er utelatt")
    assert "§ 16 første ledd bokstav d" in newest.reason
    kept = str(desk.office.history.changes(newest.id))
    for told in (ABOUT_CHILD, UNTOLD):
        assert told not in newest.reason + kept
    access.given(desk.person, access.make(desk.person, PlainWording()))
    assert desk.office.history.latest(1)[0].reason == ""


def test_what_is_written_after_the_texts_were_read_stops_the_file(desk: HouseholdDesk) -> None:
    access = desk.office.data_access
    seen = access.review(desk.person).keys
    assert access.make(desk.person, PlainWording(), frozenset(), seen)
    desk.note("Elif er innlagt.")
    with pytest.raises(Conflict) as stopped:
        access.make(desk.person, PlainWording(), frozenset(), seen)
    assert stopped.value.code == "access_texts_changed"


def test_where_an_address_is_protected_there_is_no_text_to_go_through(
    desk: HouseholdDesk,
) -> None:
    desk.office.people.protect(desk.child, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    access = desk.office.data_access
    review = access.review(desk.person)
    assert review.texts == ()
    readable, _ = unpacked(access.make(desk.person, PlainWording(), frozenset(), review.keys))
    assert "Det som er utelatt" not in readable


def test_one_without_texts_has_nothing_to_go_through(office: Office) -> None:
    review = office.data_access.review(registered_person(office))
    assert review.texts == ()
    assert review.suggested == frozenset()
