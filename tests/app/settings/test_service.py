"""The office's own details, its people and its rules."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.dated import DatedValue
from app.core.errors import Invalid, OfficeError, WrongKey
from app.office import Folders, Office
from app.register import Register
from app.settings.model import OfficerDraft
from app.storage import envelope as envelopes
from tests.factories import PASSPHRASE, a_profile


def test_new_details_are_on_the_letterhead_and_can_be_undone(office: Office) -> None:
    office.settings.change_profile(replace(a_profile(), phone="11 11 11 11"))
    assert office.settings.profile.phone == "11 11 11 11"
    office.history.undo()
    assert office.settings.profile.phone == a_profile().phone


@pytest.mark.parametrize("passphrase", ["kort", "tre sma ord", "aaaaaaaaaaaaaaaa"])
def test_an_easy_passphrase_is_refused(office: Office, passphrase: str) -> None:
    with pytest.raises(Invalid):
        office.settings.admit(OfficerDraft("Per Prøve", "vikar", passphrase))


@pytest.mark.parametrize("passphrase", ["fjorten-tegn-ja", "fire korte ord her"])
def test_fourteen_characters_or_four_words_will_do(office: Office, passphrase: str) -> None:
    officer = office.settings.admit(OfficerDraft("Per Prøve", "vikar", passphrase))
    assert office.settings.officer(officer) is not None


def test_each_person_opens_as_themselves_and_a_stand_in_only_in_their_time(
    office: Office, folders: Folders, clock: FixedClock
) -> None:
    until = date(2026, 11, 30)
    office.settings.admit(OfficerDraft("Per Prøve", "vikar", "vikarens lange passord", until))
    path = office.files.register
    office.close()
    register = Register(path, clock, folders)
    for passphrase, name in ((PASSPHRASE, "Siri Testmo"), ("vikarens lange passord", "Per Prøve")):
        opened = register.open_with_passphrase(passphrase)
        assert opened.settings.me is not None
        assert opened.settings.me.name == name
        opened.close()
        register.let_go()
    clock.at = clock.at.replace(month=12, day=1)
    with pytest.raises(OfficeError) as caught:
        register.open_with_passphrase("vikarens lange passord")
    assert caught.value.code == "officer_not_now"


def test_a_changed_passphrase_is_the_only_one_that_opens(
    office: Office, folders: Folders, clock: FixedClock
) -> None:
    me = office.settings.me
    assert me is not None
    office.settings.change_passphrase(me.id, OfficerDraft(me.name, me.title, "helt nye fire ord"))
    path = office.files.register
    office.close()
    register = Register(path, clock, folders)
    with pytest.raises(WrongKey):
        register.open_with_passphrase(PASSPHRASE)
    register.open_with_passphrase("helt nye fire ord").close()
    register.let_go()


def test_a_new_recovery_key_makes_the_old_paper_void(
    office: Office, folders: Folders, clock: FixedClock
) -> None:
    old, new = office.settings.new_recovery_key(), office.settings.new_recovery_key()
    path = office.files.register
    office.close()
    register = Register(path, clock, folders)
    with pytest.raises(WrongKey):
        register.open_with_recovery_key("-".join(old))
    register.open_with_recovery_key(" ".join(new).lower()).close()
    register.let_go()


def test_the_last_one_who_can_open_is_not_sent_away(office: Office) -> None:
    me = office.settings.me
    assert me is not None
    with pytest.raises(OfficeError) as caught:
        office.settings.dismiss(me.id, date(2026, 11, 23))
    assert caught.value.code == "last_officer"


def test_our_own_rule_value_holds_from_its_day_with_its_source(office: Office) -> None:
    value = DatedValue(21, date(2026, 12, 1), source="Kommunestyret 26/14")
    office.settings.override("local.prelim_days", value)
    parameters = office.settings.parameters
    assert parameters.whole("local.prelim_days", date(2026, 11, 30)) == 14
    assert parameters.whole("local.prelim_days", date(2026, 12, 1)) == 21
    assert parameters.version("local.prelim_days", date(2026, 12, 1)).local


def test_both_sheets_for_a_lost_machine_are_pdfs(office: Office) -> None:
    groups = office.settings.new_recovery_key()
    assert office.settings.recovery_key_sheet(groups).startswith(b"%PDF")
    assert office.settings.lost_machine_sheet("Minnepinne i safen").startswith(b"%PDF")


def test_a_slot_that_is_nobodys_opens_nothing(
    template: tuple[Path, bytes], register_path: Path, folders: Folders, clock: FixedClock
) -> None:
    """What a kill between the envelope and the register leaves behind."""
    register = Register(register_path, clock, folders)
    known = envelopes.load(register.files)
    envelope, _ = known.with_passphrase(template[1], "foreldreløst passord")
    envelopes.save(register.files, envelope)
    with pytest.raises(WrongKey) as caught:
        register.open_with_passphrase("foreldreløst passord")
    assert caught.value.code == "wrong_passphrase"
    register.open_with_passphrase(PASSPHRASE).close()
    register.let_go()
