"""I dag tells what needs a person, and takes the officer there."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.applications.model import ApplicationDraft
from app.core.clock import FixedClock
from app.core.events import Event
from app.core.ids import ApplicationId, Ref
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk
from tests.factories import registered_dwelling, registered_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.ask import AskDialog
from ui.kit.rows import Row
from ui.navigation import PageId, Place
from ui.today.page import TodayPage

TODAY = date(2026, 11, 23)


def an_application(office: Office, received_on: date = date(2026, 10, 30)) -> ApplicationId:
    """Someone who has asked and has no answer."""
    person = registered_person(office, given_name="Even", family_name="Prøvland", national_id="")
    return office.applications.register(
        ApplicationDraft(applicant=person, received_on=received_on, bedrooms=1)
    )


def rows(page: TodayPage) -> list[Row]:
    """Every row that is shown."""
    return [row for group in page.groups.groups for row in group.list.rows]


def test_an_unanswered_application_says_why_and_by_when_and_opens_the_reply(
    page: TodayPage, copied: Office, went: list[Place]
) -> None:
    application = an_application(copied)
    (row,) = rows(page)
    assert page.groups.groups[0].title.text() == "Svar i tide"
    assert row.title == "Even Prøvland venter på foreløpig svar"
    assert row.why == "Søknaden kom 30. oktober. Loven gir oss én måned."
    assert (row.when, row.how_long) == ("man.\u00a030.\u00a0nov.", "om 7\u00a0dager")
    assert row.paragraph == "forvaltningsl. §\u00a011 a"
    page.groups.activated_key.emit(row.key)
    assert went == [Place(PageId.APPLICATION, Ref("application", application), "reply")]


def test_what_is_put_off_stands_under_utsatt_and_angre_brings_it_back(
    page: TodayPage, copied: Office
) -> None:
    an_application(copied)
    page.show_place(Place(PageId.TODAY))
    dialog = page.snooze(next(iter(page._alerts.values())))
    dialog.form.set_values({"until": date(2026, 11, 25), "reason": "venter på leder"})
    assert dialog.attempt()
    assert rows(page) == []
    assert not page.rail.snoozed.isHidden()
    assert "Til 25. november: venter på leder" in spoken_tree(page.rail)
    copied.history.undo()
    assert len(rows(page)) == 1
    assert page.rail.snoozed.isHidden()


def test_putting_off_needs_a_reason_and_never_passes_the_last_day(
    page: TodayPage, copied: Office
) -> None:
    an_application(copied)
    dialog = page.snooze(next(iter(page._alerts.values())))
    dialog.form.set_values({"until": date(2026, 12, 24)})
    assert not dialog.attempt()
    words = "Dette er etter siste dag for å gjøre det. Velg en tidligere dag."
    assert dialog.form.field("until").verdict_words == words
    assert dialog.form.field("reason").verdict_words == "Skriv en kort grunn. Den blir logget."
    assert len(rows(page)) == 1
    dialog.reject()


def test_one_that_is_put_off_can_be_fetched_again(page: TodayPage, copied: Office) -> None:
    an_application(copied)
    (alert,) = copied.alerts.today()
    copied.alerts.snooze(alert, TODAY + timedelta(days=1), "ringer i morgen")
    page.rail.wake_wanted.emit(alert)
    assert len(rows(page)) == 1


def test_when_nothing_waits_the_next_step_is_told(page: TodayPage, copied: Office) -> None:
    assert page.header.subtitle == "mandag 23. november 2026 · uke 48 · ingenting haster"
    assert not page._new.isHidden()
    assert page._nothing.isHidden()
    registered_dwelling(copied)
    assert page._new.isHidden()
    assert not page._nothing.isHidden()
    an_application(copied)
    assert page._nothing.isHidden()


def test_a_new_day_is_counted_anew(page: TodayPage, copied: Office, clock: FixedClock) -> None:
    an_application(copied, date(2026, 11, 23))
    assert rows(page) == []
    clock.at += timedelta(days=21)
    page.learn(Event(0, "day.began", None, clock.at, 0, frozenset({"*"})))
    assert "om 9\u00a0dager" in [row.how_long for row in rows(page)]


def test_the_address_of_a_protected_tenant_is_nowhere(
    page: TodayPage, copied: Office, clock: FixedClock
) -> None:
    desk = LeaseDesk(copied)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, TODAY)
    clock.at += timedelta(days=3 * 365 + 20)
    copied.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    page.refresh()
    assert any(row.title.endswith(": leietiden er ute") for row in rows(page))
    assert "Ødegårdsvegen" not in spoken_tree(page)
    assert all("Ødegårdsvegen" not in row.spoken for row in rows(page))


def test_a_long_group_shows_the_first_and_tells_how_many_more(
    page: TodayPage, copied: Office
) -> None:
    for _ in range(8):
        an_application(copied)
    assert len(rows(page)) == 5
    page._show_whole("Svar i tide", list(page._alerts)[5])
    assert len(rows(page)) == 8


def test_the_menu_puts_off_and_does_what_the_button_says(page: TodayPage, copied: Office) -> None:
    an_application(copied)
    menu = page.menu_of(rows(page)[0].key)
    assert menu is not None
    can = [action.text() for action in menu.actions() if action.isEnabled()]
    assert can[:2] == ["Skriv svar", "Utsett …"]
    told = [action.text() for action in menu.actions() if not action.isEnabled()]
    assert any(words.startswith("Siden ") for words in told)


def test_the_rail_moves_away_and_opens_over_the_content(page: TodayPage) -> None:
    assert not page.rail.isHidden()
    assert page.aside.isHidden()
    page.resize(1000, 600)
    assert page.rail.isHidden()
    assert not page.aside.isHidden()
    page.aside.click()
    assert page.rail.isVisible()


def test_done_today_is_told(page: TodayPage, copied: Office) -> None:
    an_application(copied)
    (row,) = [one for one in page.rail.done.rows if one.title == "S2026-001"]
    assert row.why.startswith("Søknad registrert, kl.\u00a0")


def test_everything_has_a_name_and_fits_a_small_window(page: TodayPage, copied: Office) -> None:
    an_application(copied)
    assert unnamed_focusables(page) == []
    page.resize(900, 540)
    assert page.minimumSizeHint().width() <= 900
    assert page.minimumSizeHint().height() <= 540


def test_by_keyboard_alone(page: TodayPage, copied: Office, went: list[Place]) -> None:
    an_application(copied, date(2026, 10, 30))
    an_application(copied, date(2026, 11, 1))
    page.show_place(Place(PageId.TODAY))
    rows_of = page.groups.groups[0].list
    QTest.keyClick(rows_of, Qt.Key.Key_Down)
    QTest.keyClick(rows_of, Qt.Key.Key_Return)
    assert went[-1].task == "reply"
    page._snooze_current()
    dialog = next(one for one in page.findChildren(AskDialog) if one.isVisible())
    field = dialog.form.field("reason").control
    QTest.keyClicks(field, "ringer i morgen")
    dialog.verb_button.click()
    assert len(rows(page)) == 1
    assert page.groups.groups[0].list.current is not None


def test_denne_uka_tells_what_comes_before_friday(page: TodayPage, copied: Office) -> None:
    assert page.rail.coming.isHidden()
    an_application(copied, date(2026, 10, 26))
    assert not page.rail.coming.isHidden()
    assert "tor.\u00a026.\u00a0nov." in spoken_tree(page.rail.coming)
