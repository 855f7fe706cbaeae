"""The batch: who can be adjusted and why not, one whole letter after the other, and the list."""

from datetime import date, timedelta

import page
import pytest

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.core.money import kroner
from app.core.text import Language
from app.documents.render import render
from app.documents.texts import load_text
from app.leases.endings.model import EndCause
from app.leases.model import ImportedLease
from app.leases.rents.model import RoundRow, ToldFixing, WhyNot
from app.leases.rents.round_prints import PARTS, RoundPaper, round_document
from app.leases.rents.series import read_values
from app.letters.model import Channel
from app.office import Office
from tests.app.decisions.letters import ISSUED
from tests.app.documents import reading
from tests.factories import a_dwelling, a_person, a_profile

JANUARY = date(2027, 1, 1)


def leases(office: Office, count: int) -> list[LeaseId]:
    """So many from a sheet, at 7 000 kroner since July 2025."""
    made = []
    for number in range(count):
        floor, door = divmod(number, 90)
        unit_number = f"H{floor + 1:02}{door + 1:02}"
        home = office.dwellings.register(a_dwelling(unit_number=unit_number))
        person = office.people.register(a_person(given_name=f"Kari{number}", national_id=None))
        sheet = ImportedLease(person, home, date(2020, 1, 1), rent=kroner(7000))
        with office.unit("sheet.imported") as unit:
            made.append(office.leases.take_in(unit, sheet))
    return made


@pytest.fixture
def five(office: Office) -> list[LeaseId]:
    """Five that can be adjusted."""
    made = leases(office, 5)
    office.rents.tell_fixing(made, ToldFixing(date(2025, 7, 1), date(2025, 6, 1)))
    office.rents.add_index(read_values("2025M06 140,2\n2026M10 144,6", "2015"), "SSB")
    return made


def by_lease(office: Office, effective: date = JANUARY) -> dict[LeaseId, RoundRow]:
    rows = {row.lease.id: row for row in office.rent_round.rows(effective)}
    can = {lease for lease, row in rows.items() if row.can and not row.staff}
    # I dag counts them without reading whose they are: it must find the same
    assert set(office.rent_round.possible(effective)) == can
    return rows


def test_hl_22_every_row_has_both_rents_and_the_first_day_is_a_month_ahead(
    office: Office, five: list[LeaseId]
) -> None:
    assert office.rent_round.first_day() == JANUARY
    assert office.rent_round.send_by(JANUARY) == date(2026, 12, 1)
    rows = by_lease(office)
    assert {row.new for row in rows.values()} == {kroner(7219)}
    assert {row.rise for row in rows.values()} == {kroner(219)}


def test_why_each_is_left_alone(office: Office, five: list[LeaseId]) -> None:
    unknown = leases_more(office)
    with office.unit("lease.ended", Ref("lease", five[0])) as unit:
        office.endings.end(unit, five[0], date(2027, 3, 31), EndCause.TENANT_NOTICE)
    rows = by_lease(office)
    office.rent_round.make([rows[five[1]]], JANUARY, lambda *_: True)
    rows = by_lease(office)
    assert rows[five[0]].why_not is WhyNot.UNDER_NOTICE
    assert rows[five[1]].why_not is WhyNot.PENDING
    assert rows[unknown].why_not is WhyNot.FIXING_UNKNOWN
    assert rows[five[2]].can
    early = by_lease(office, date(2026, 12, 1))
    assert early[five[2]].why_not is WhyNot.TOO_EARLY
    assert early[five[2]].until == JANUARY


def leases_more(office: Office) -> LeaseId:
    """One more whose last change nobody has told."""
    home = office.dwellings.register(a_dwelling(unit_number="H0901"))
    person = office.people.register(a_person(given_name="Aud", national_id=None))
    with office.unit("sheet.imported") as unit:
        return office.leases.take_in(
            unit, ImportedLease(person, home, date(2020, 1, 1), rent=kroner(7000))
        )


def test_hl_29_another_base_leaves_all_alone(office: Office, five: list[LeaseId]) -> None:
    office.rents.add_index(read_values("2026M11 103,1", "2025"), "SSB")
    assert {row.why_not for row in by_lease(office).values()} == {WhyNot.BASE_DIFFERS}
    old = office.rent_round.rows(JANUARY, date(2026, 10, 1))
    assert all(row.can for row in old)


def test_it_stops_at_a_whole_letter_and_nothing_is_told_twice(
    office: Office, five: list[LeaseId]
) -> None:
    chosen = list(by_lease(office).values())
    result = office.rent_round.make(chosen, JANUARY, lambda done, _: done < 3)
    assert (result.made, result.left, result.not_made) == (3, 2, ())
    again = office.rent_round.make(chosen, JANUARY, lambda *_: True)
    assert again.made == 2
    assert {each.code for each in again.not_made} == {"rent_change_pending"}
    assert len(office.letters.to_send()) == 5


def test_hl_24_only_the_letters_sent_in_time_change_the_rent(
    office: Office, five: list[LeaseId], clock: FixedClock
) -> None:
    office.rent_round.make(list(by_lease(office).values()), JANUARY, lambda *_: True)
    waiting = office.letters.to_send()
    for row in waiting[:2]:
        office.letters.sent(row.id, clock.today(), Channel.LETTER, "Postlagt")
    assert len(office.rent_round.told()) == 3
    clock.at += timedelta(days=60)
    rents = sorted(row.rent or 0 for row in office.leases.rows())
    assert rents == [kroner(7000)] * 3 + [kroner(7219)] * 2


@pytest.mark.parametrize("language", list(Language))
def test_the_list_is_archival_accessible_and_has_its_sums(
    office: Office, five: list[LeaseId], language: Language
) -> None:
    rows = tuple(by_lease(office).values())
    left = tuple(RoundRow(rows[0].lease, rows[0].old, why_not=why) for why in WhyNot)
    paper = RoundPaper(a_profile(), language, ISSUED, (*rows, *left), JANUARY, date(2026, 12, 1))
    document = round_document(paper, load_text("rent_round", language.value, ISSUED.date()))
    assert document.requires == PARTS
    data = render(document)
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant
    told = reading.text(data).replace("\u00a0", " ")
    assert "35 000" in told
    assert "36 095" in told


def test_every_reason_has_its_words_on_the_list() -> None:
    for language in Language:
        text = load_text("rent_round", language.value, ISSUED.date())
        assert [why for why in WhyNot if f"why_{why}" not in text.passages] == []


def test_the_list_of_the_office_is_printed(office: Office, five: list[LeaseId]) -> None:
    rows = office.rent_round.rows(JANUARY)
    assert office.letters.preview(office.rent_round.paper(rows, JANUARY))
    assert office.letters.preview(office.rent_round.paper((), JANUARY))
