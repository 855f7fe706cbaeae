"""One household read whole: what is shown, in which order, and what is masked (ADR-03, ADR-05)."""

from datetime import date, timedelta

import page
import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.money import kroner
from app.documents.render import render
from app.followup.contact_notes.model import ContactChannel
from app.followup.levels.model import HelpLevel
from app.leases.model import LeaseState
from app.office import Office
from app.overview.household.model import Happened, HouseholdView, Theme
from app.overview.household.telling import told
from app.people.model import AddressProtection
from tests.app.documents import reading
from tests.app.overview.household.desk import LATE, HouseholdDesk
from tests.factories import registered_person

STREET = "Ødegårdsvegen"


@pytest.fixture
def desk(office: Office) -> HouseholdDesk:
    return HouseholdDesk(office)


def view(desk: HouseholdDesk) -> HouseholdView:
    return desk.office.household_view.of(desk.person)


def happened(desk: HouseholdDesk) -> list[Happened]:
    return [each.what for each in view(desk).happenings]


def test_it_holds_home_money_people_and_help(desk: HouseholdDesk) -> None:
    desk.everything()
    found = view(desk)
    assert found.people == (desk.person, desk.child)
    (home,) = found.leases
    assert home.row.address.startswith(STREET)
    assert home.row.state is LeaseState.RUNNING
    assert home.owed is not None
    assert home.owed.total == kroner(8000)
    assert [case.person for case in found.evictions] == [desk.person]
    assert len(found.advice) == len(found.consents) == 1
    assert found.level is not None
    assert found.level.level is HelpLevel.SUPPORT


def test_everything_stands_in_one_timeline_the_newest_first(desk: HouseholdDesk) -> None:
    desk.everything()
    found = view(desk).happenings
    assert {
        Happened.CONTACT,
        Happened.LEASE_BEGAN,
        Happened.RENT_MISSED,
        Happened.EVICTION_MOVED,
        Happened.EVICTION_TOLD,
        Happened.ADVICE_ASKED,
        Happened.LEVEL,
        Happened.OWNER,
        Happened.CONSENTED,
        Happened.MOVED_IN,
    } <= {each.what for each in found}
    days = [each.on for each in found]
    assert days == sorted(days, reverse=True)
    assert len({each.key for each in found}) == len(found)


def test_each_theme_is_a_part_and_together_they_are_all(desk: HouseholdDesk) -> None:
    desk.everything()
    found = view(desk)
    parts = [each.key for theme in Theme for each in found.of(theme)]
    assert sorted(parts) == sorted(each.key for each in found.happenings)
    assert {each.what for each in found.of(Theme.TALKS)} == {Happened.CONTACT}


def test_every_kind_of_happening_has_a_theme_and_words() -> None:
    assert {each.theme for each in Happened} == set(Theme)


def test_a_rent_that_is_not_paid_is_told_on_its_day_until_it_is(desk: HouseholdDesk) -> None:
    (missed,) = [each for each in view(desk).happenings if each.what is Happened.RENT_MISSED]
    assert (missed.on, missed.amount) == (LATE, kroner(8000))
    assert told(missed).replace("\u00a0", " ") == "Ikke betalt: husleie · 8 000 kr"


def test_what_was_taken_back_is_gone(desk: HouseholdDesk) -> None:
    before = happened(desk)
    desk.office.levels.set(desk.person, HelpLevel.SUPPORT, "Avtalt")
    assert Happened.LEVEL in happened(desk)
    desk.office.history.undo()
    assert happened(desk) == before


def test_a_day_before_shows_what_had_happened_by_then(desk: HouseholdDesk) -> None:
    found = desk.office.household_view.of(desk.person, LATE - timedelta(days=1))
    assert [each.what for each in found.happenings] == [Happened.LEASE_BEGAN]
    assert found.leases[0].owed is None


def test_a_day_to_come_is_refused(desk: HouseholdDesk, clock: FixedClock) -> None:
    with pytest.raises(Invalid) as refused:
        desk.office.household_view.of(desk.person, clock.today() + timedelta(days=1))
    assert [each.code for each in refused.value.problems] == ["day_in_future"]


@pytest.mark.parametrize("guarded", ["person", "child"])
def test_one_protected_address_hides_every_word_that_may_tell_where(
    desk: HouseholdDesk, guarded: str
) -> None:
    """ADR-03, ADR-05, ADR-07: it makes no difference which of them it is."""
    desk.everything()
    whose = desk.person if guarded == "person" else desk.child
    desk.office.people.protect(whose, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    found = view(desk)
    assert found.hidden
    said = " ".join(told(each) for each in found.happenings)
    assert STREET not in said
    assert "Kari hjemme" not in said
    assert all(not each.row.address for each in found.leases)
    assert all(not each.title for each in found.documents)
    (talk,) = found.of(Theme.TALKS)
    assert talk.state is ContactChannel.PHONE


def test_an_empty_household_is_empty_and_not_an_error(office: Office) -> None:
    found = office.household_view.of(registered_person(office))
    assert (found.household, found.leases, found.happenings) == (None, (), ())


def test_the_paper_says_who_what_is_at_stake_and_what_comes(desk: HouseholdDesk) -> None:
    desk.everything()
    desk.note("Bare for Nav", nav_only=True)
    data = render(desk.office.household_view.paper(desk.person))
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant, profile
    text = reading.text(data)
    assert len(reading.pages(data)) <= 2
    assert "Elif Demirova, barn, 9 år" in text
    assert "Skyldig husleie: 8 000 kr" in text.replace("\u00a0", " ")
    assert "Barn som bor der eller har samvær: 1." in text
    assert "Siste dag for å uttale seg om utkastelsen" in text
    assert "Ringte Kari hjemme" in text
    assert "Bare for Nav" not in text


def test_the_paper_tells_nothing_of_where_when_it_may_not(desk: HouseholdDesk) -> None:
    desk.everything()
    desk.office.people.protect(desk.child, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    text = reading.text(render(desk.office.household_view.paper(desk.person)))
    assert "Skjermet" in text
    assert STREET not in text
    assert "Prøvegata" not in text


def test_the_paper_of_one_with_nothing_prints(office: Office) -> None:
    text = reading.text(render(office.household_view.paper(registered_person(office))))
    assert "Det er ikke fattet vedtak." in text
    assert "Ingen dager er satt." in text


def test_a_read_writes_nothing(desk: HouseholdDesk) -> None:
    before = desk.office.history.latest(1)[0].id
    view(desk)
    desk.office.household_view.paper(desk.person)
    assert desk.office.history.latest(1)[0].id == before


def test_a_child_that_moved_out_is_no_longer_there(desk: HouseholdDesk) -> None:
    household = desk.office.people.household_of(desk.person)
    assert household is not None
    member = next(each for each in household.members if each.person == desk.child)
    desk.office.people.move_out(household.id, member.id, date(2026, 11, 23))
    assert view(desk).people == (desk.person,)
