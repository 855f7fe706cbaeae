"""«Avtale og pause» on a tenancy's unpaid rent: proposed, written, signed, followed, paused."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap

from app.arrears.instalments.model import InstalmentState
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.core.money import kroner
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.arrears.desk import owing, pay
from tests.app.arrears.instalments.owing import two_parts
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.arrears.agreement.letters import InstalmentDesk, MissedDesk
from ui.arrears.agreement.part import AgreementPart
from ui.arrears.tasks import AGREEMENT, INSTALMENTS_WRITE
from ui.arrears.tenancy import TenancyArrearsPage
from ui.navigation import PageId, Place
from ui.parted_page import PartedView

FIRST = date(2026, 12, 15)
LATE = date(2026, 12, 16)


@pytest.fixture
def lease(office: Office) -> LeaseId:
    """One month owed."""
    return owing(office, date(2026, 11, 2))


@pytest.fixture
def at(clock: FixedClock) -> Callable[[date], None]:
    """Another day in the register."""

    def turn(day: date) -> None:
        clock.at = datetime.combine(day, clock.at.time(), clock.at.tzinfo)

    return turn


def part(page: TenancyArrearsPage, lease: LeaseId) -> AgreementPart:
    page.show_place(Place(PageId.TENANCY_ARREARS, Ref("lease", lease), AGREEMENT))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, AgreementPart)
    return page.view.part


def desk(page: TenancyArrearsPage, lease: LeaseId) -> InstalmentDesk:
    page.show_place(Place(PageId.TENANCY_ARREARS, Ref("lease", lease), INSTALMENTS_WRITE))
    assert isinstance(page.view, InstalmentDesk)
    return page.view


def words(shown: AgreementPart) -> list[str]:
    return [each.text() for each in shown.buttons]


def plain(shown: AgreementPart) -> str:
    return spoken_tree(shown).replace("\u00a0", " ")


def running(office: Office, lease: LeaseId) -> int:
    made = office.instalments.write(lease, two_parts(FIRST))
    office.instalments.sign(made)
    return made


def test_an_empty_part_has_a_proposal_ready(page: TenancyArrearsPage, lease: LeaseId) -> None:
    shown = part(page, lease)
    assert "i måneden gjør opp det som mangler" in plain(shown)
    assert unnamed_focusables(shown) == []
    shown.buttons[0].click()
    assert isinstance(page.view, InstalmentDesk)
    assert unnamed_focusables(page.view) == []
    assert page.view.issue_button.isEnabled()


def test_where_nothing_is_owed_nothing_is_proposed(
    page: TenancyArrearsPage, office: Office, lease: LeaseId
) -> None:
    pay(office, lease, date(2026, 11, 20), kroner(8000))
    shown = part(page, lease)
    assert "ikke noe å dele opp" in plain(shown)
    assert shown.buttons == []


def test_doc_23_amount_and_number_follow_each_other(
    page: TenancyArrearsPage, lease: LeaseId
) -> None:
    shown = desk(page, lease)
    shown.form.field("amount").set_value(kroner(2000))
    shown.form.changed.emit("amount")
    assert shown.form.values()["count"] == 4
    shown.form.field("count").set_value(8)
    shown.form.changed.emit("count")
    assert shown.form.values()["amount"] == kroner(1000)
    shown.form.field("total").set_value(kroner(4000))
    shown.form.changed.emit("total")
    assert shown.form.values()["amount"] == kroner(500)


def test_doc_23_what_is_wrong_stands_beside_its_field(
    page: TenancyArrearsPage, lease: LeaseId
) -> None:
    shown = desk(page, lease)
    shown.form.field("total").set_value(kroner(9000))
    assert not shown.show_letter()
    assert "høyere" in shown.form.field("total").verdict_words
    assert not shown.issue_button.isEnabled()


def test_what_is_written_whole_stays_as_a_draft_when_the_desk_is_left(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, told: list[str]
) -> None:
    desk(page, lease).leave()
    assert office.instalments.of(lease) == ()  # nobody typed anything
    shown = desk(page, lease)
    shown.form.field("count").set_value(3)
    shown.form.changed.emit("count")
    shown.leave()
    assert told[-1] == "Nedbetalingsavtale skrevet"
    assert "Fortsett på avtalen" in words(part(page, lease))
    again = desk(page, lease)
    assert again.draft().count == 3
    again.issue()
    (known,) = office.instalments.of(lease)
    assert known.state is InstalmentState.OFFERED


def test_made_signed_and_kept_step_by_step(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, told: list[str]
) -> None:
    desk(page, lease).issue()
    shown = part(page, lease)
    assert "Venter på underskrift" in plain(shown)
    (known,) = office.instalments.of(lease)
    shown.dialogs.sign(known.id).attempt()
    assert told[-1] == "Nedbetalingsavtale underskrevet"
    shown = part(page, lease)
    assert "Neste: " in plain(shown)
    assert "Ta inn underskrevet avtale …" in words(shown)
    pay(office, lease, office.clock.today(), known.total)
    shown = part(page, lease)
    assert "Hele beløpet er betalt." in plain(shown)
    next(each for each in shown.buttons if each.text() == "Avslutt som nedbetalt").click()
    assert office.instalments.get(known.id).state is InstalmentState.KEPT
    assert "Nedbetalt" in plain(part(page, lease))


def test_a_breach_is_told_in_words_and_the_call_comes_first(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    made = running(office, lease)
    pay(office, lease, FIRST, kroner(1000))
    at(LATE)
    shown = part(page, lease)
    assert "3 000 kr mangler siden 16.12.2026." in plain(shown)
    assert "Betalt en del" in plain(shown)
    assert words(shown)[0] == "Si fra …"
    assert "Avtalen ble ikke fulgt …" not in words(shown)
    dialog = shown.dialogs.tell(made)
    assert not dialog.attempt()
    dialog.form.field("words").set_value("Betaler resten fredag.")
    assert dialog.attempt()
    shown = part(page, lease)
    assert "Leietakeren fikk vite det 16.12.2026" in plain(shown)
    assert "Avtalen ble ikke fulgt …" in words(shown)
    given_up = shown.dialogs.give_up(made)
    given_up.form.field("reason").set_value("Betalte ikke.")
    assert given_up.attempt()
    assert office.instalments.get(made).state is InstalmentState.BROKEN
    assert "Tidligere avtaler" in plain(part(page, lease))


def test_a_letter_is_made_for_the_one_who_is_not_reached(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    running(office, lease)
    at(LATE)
    shown = part(page, lease)
    next(each for each in shown.buttons if each.text() == "Skriv brev").click()
    assert isinstance(page.view, MissedDesk)
    assert unnamed_focusables(page.view) == []
    assert page.view.issue_button.isEnabled()
    page.view.form.field("until").set_value(LATE)
    assert not page.view.show_letter()
    page.view.form.field("until").set_value(date(2026, 12, 23))
    page.view.issue()
    kinds = {row.kind for row in office.letters.of(Ref("lease", lease))}
    assert DocumentKind.INSTALMENT_NOTICE in kinds


def test_a_signed_paper_is_taken_in_later(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, tmp_path: Path
) -> None:
    made = running(office, lease)
    scan = tmp_path / "avtale.png"
    picture = QPixmap(20, 20)
    picture.fill(QColor("white"))
    assert picture.save(str(scan))
    dialog = part(page, lease).dialogs.copy(made)
    assert not dialog.attempt()
    dialog.form.field("file").set_value(scan)
    assert dialog.attempt()
    assert office.instalments.get(made).signed_copy is not None
    assert "Ta inn underskrevet avtale …" not in words(part(page, lease))


def test_ended_with_a_reason(page: TenancyArrearsPage, office: Office, lease: LeaseId) -> None:
    made = running(office, lease)
    dialog = part(page, lease).dialogs.end(made)
    assert not dialog.attempt()
    dialog.form.field("reason").set_value("Nav betaler alt.")
    assert dialog.attempt()
    assert "Nav betaler alt." in plain(part(page, lease))


def test_steps_are_paused_lengthened_and_let_go_on(
    page: TenancyArrearsPage, office: Office, lease: LeaseId
) -> None:
    dialog = part(page, lease).pause_dialogs.begin(lease)
    assert not dialog.attempt()
    dialog.form.field("reason").set_value(PauseReason.NAV_APPLICATION)
    assert dialog.attempt()
    shown = part(page, lease)
    assert "Stegene er på pause" in plain(shown)
    assert "Nav-søknad under behandling" in plain(shown)
    assert unnamed_focusables(shown) == []
    pause = office.pauses.holding(lease)
    assert pause is not None
    longer = shown.pause_dialogs.lengthen(pause)
    longer.form.set_values({"until": date(2026, 12, 20), "reason": "Nav trenger mer tid."})
    assert longer.attempt()
    shown = part(page, lease)
    assert "Nav trenger mer tid." in plain(shown)
    ended = shown.pause_dialogs.end(pause)
    ended.form.field("reason").set_value("Nav har svart.")
    assert ended.attempt()
    assert office.pauses.holding(lease) is None
    assert "Sett på pause …" in words(part(page, lease))


def test_a_pause_and_an_agreement_stand_together(
    page: TenancyArrearsPage, office: Office, lease: LeaseId
) -> None:
    made = running(office, lease)
    office.pauses.begin(lease, PauseDraft(PauseReason.ILL, "", FIRST))
    shown = part(page, lease)
    assert "Stegene er på pause" in plain(shown)
    assert "Avdragene" in plain(shown)
    assert office.instalments.get(made).state is InstalmentState.SIGNED
