"""After a home was lost: a roof, the things, the children, and looking back."""

from dataclasses import replace
from datetime import date

import pytest

from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalSource
from app.arrears.steps.model import ArrearsStepKind, ContactDraft
from app.core.errors import Invalid, OfficeError
from app.core.ids import Ref
from app.evictions.aftercare.model import (
    Aftercare,
    AftercareDueKind,
    AftercareKind,
    AftercareLack,
    FetchingNotice,
    TaskDraft,
)
from app.evictions.model import EvictionOutcome, EvictionStage
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from tests.app.arrears.desk import claim, tenancy
from tests.app.documents.reading import text
from tests.app.evictions.aftercare.lost import LETTER, LOST, Lost
from tests.app.evictions.desk import open_case
from tests.app.evictions.units.around import Family

TODAY = date(2026, 11, 23)


def codes(caught: pytest.ExceptionInfo[Invalid]) -> set[tuple[str, str]]:
    return {(each.field, each.code) for each in caught.value.problems}


def care(office: Office, family: Family) -> Aftercare:
    found = office.aftercare.of(family.case)
    assert found is not None
    return found


def test_there_is_nothing_after_while_the_home_is_kept(office: Office) -> None:
    family = Family(office)
    assert office.aftercare.of(family.case) is None
    with pytest.raises(OfficeError) as caught:
        office.aftercare.settle(family.case, "Alt er hentet")
    assert caught.value.code == "aftercare_home_not_lost"
    office.eviction_cases.close(family.case, EvictionOutcome.PAID)
    assert office.aftercare.of(family.case) is None


def test_tv_13_and_tv_14_things_can_be_fetched_in_two_rounds_of_two_weeks(
    office: Office,
) -> None:
    family = Lost(office)
    first, second = care(office, family).fetch
    assert (first.nominal, first.until, first.expected) == (date(2026, 12, 4),) * 2 + (True,)
    assert second.nominal == date(2026, 12, 18)
    office.aftercare.told_to_fetch(family.case, FetchingNotice(1, date(2026, 11, 21), "Lageret"))
    first, second = care(office, family).fetch
    assert (first.nominal, first.until) == (date(2026, 12, 5), date(2026, 12, 7))
    assert not first.expected
    assert first.kept_where == "Lageret"
    office.aftercare.told_to_fetch(family.case, FetchingNotice(2, TODAY))
    assert care(office, family).fetch[1].nominal == date(2026, 12, 7)


def test_tv_14_the_second_round_comes_after_the_first(office: Office) -> None:
    family = Lost(office)
    with pytest.raises(Invalid) as caught:
        office.aftercare.told_to_fetch(family.case, FetchingNotice(2, TODAY))
    assert codes(caught) == {("told_on", "fetching_first_missing")}
    with pytest.raises(Invalid) as caught:
        office.aftercare.told_to_fetch(family.case, FetchingNotice(1, date(2026, 11, 19)))
    assert codes(caught) == {("told_on", "fetching_before_lost")}


def test_follow_up_begins_with_a_roof_the_children_and_the_things(office: Office) -> None:
    family = Lost(office)
    office.aftercare.begin(family.case)
    assert office.eviction_cases.get(family.case).stage is EvictionStage.AFTERCARE
    tasks = {each.kind: each for each in care(office, family).tasks}
    assert set(tasks) == {AftercareKind.ROOF, AftercareKind.CHILDREN, AftercareKind.BELONGINGS}
    assert tasks[AftercareKind.ROOF].due_on == TODAY
    assert {each.owner for each in tasks.values()} == {"Siri Testmo"}
    with pytest.raises(OfficeError):
        office.aftercare.begin(family.case)
    office.history.undo()
    assert care(office, family).tasks == ()
    assert office.eviction_cases.get(family.case).stage is EvictionStage.CARRIED_OUT


def test_a_task_has_somebody_and_a_day_and_is_done_by_a_tick(office: Office) -> None:
    family = Lost(office)
    with pytest.raises(Invalid) as caught:
        office.aftercare.add_task(family.case, TaskDraft())
    assert codes(caught) == {
        ("words", "aftercare_words_missing"),
        ("owner", "aftercare_owner_missing"),
        ("due_on", "day_missing"),
    }
    draft = TaskDraft(AftercareKind.CONTACT, owner="Siri Testmo", due_on=TODAY)
    task = office.aftercare.add_task(family.case, draft)
    office.aftercare.tick(task)
    assert not office.aftercare.task(task).open
    office.aftercare.untick(task)
    assert office.aftercare.task(task).open


def test_what_is_due_is_told_until_it_is_done(office: Office) -> None:
    family = Lost(office)
    assert office.aftercare.due() == ()
    office.aftercare.begin(family.case)
    (roof,) = office.aftercare.due()
    assert (roof.kind, roof.task, roof.due_on) == (
        AftercareDueKind.TASK,
        AftercareKind.ROOF,
        TODAY,
    )
    later = office.aftercare.due(date(2027, 1, 15))
    assert {each.kind for each in later} == set(AftercareDueKind)
    office.aftercare.settle(family.case, "Alt er hentet")
    later = office.aftercare.due(date(2027, 1, 15))
    assert AftercareDueKind.FETCH not in {each.kind for each in later}


def test_what_could_have_been_seen_earlier_is_counted_and_written(office: Office) -> None:
    family = Family(office)
    lease = tenancy(office, 7)
    tenant = office.arrears.tenancy(lease).tenant
    note = ContactNoteDraft(
        date(2026, 11, 10), ContactChannel.PHONE, ContactOutcome.REACHED, "Snakket om leien"
    )
    office.contact_notes.add(tenant, note)
    claim(office, lease, date(2026, 10, 1))
    case = open_case(office, tenant, lease=lease)
    office.eviction_cases.reach(case, EvictionStage.CARRIED_OUT, LOST)
    found = office.aftercare.of(case)
    assert found is not None
    assert found.early.first_sign == date(2026, 10, 2)
    assert found.early.first_contact == date(2026, 11, 10)
    assert found.early.waited == 39
    assert family.case != case


def test_looking_back_needs_words_and_may_give_a_task(office: Office) -> None:
    family = Lost(office)
    with pytest.raises(Invalid) as caught:
        office.aftercare.look_back(family.case, " ")
    assert codes(caught) == {("seen_earlier", "review_words_missing")}
    change = TaskDraft(words="Ring etter første purring", owner="Siri Testmo", due_on=TODAY)
    office.aftercare.look_back(family.case, "Leien manglet i oktober.", change)
    found = care(office, family)
    assert found.review is not None
    assert found.review.to_change == "Ring etter første purring"
    assert [each.kind for each in found.tasks] == [AftercareKind.CHANGE]


def test_what_is_missing_is_told_and_never_stops_the_closing(office: Office) -> None:
    family = Lost(office)
    assert set(care(office, family).lacks) == set(AftercareLack) - {AftercareLack.TASKS}
    office.aftercare.begin(family.case)
    assert AftercareLack.TASKS in care(office, family).lacks
    office.eviction_cases.close(family.case)
    assert not office.eviction_cases.get(family.case).open
    assert office.aftercare.due(date(2027, 1, 15)) == ()


def test_nothing_is_missing_when_all_is_seen_to(office: Office) -> None:
    family = Lost(office)
    office.aftercare.begin(family.case)
    for each in care(office, family).tasks:
        office.aftercare.tick(each.id)
    office.aftercare.settle(family.case, "Alt er hentet")
    office.aftercare.look_back(family.case, "Ingenting.")
    office.aftercare_letters.issue(family.case, LETTER)
    assert care(office, family).lacks == ()


def test_the_letter_says_where_to_sleep_how_to_get_the_things_and_whom_to_call(
    office: Office,
) -> None:
    family = Lost(office)
    office.aftercare_letters.issue(family.case, LETTER)
    (row,) = office.letters.of(Ref("eviction_case", family.case))
    assert row.kind is DocumentKind.AFTERCARE_LETTER
    words = " ".join(text(office.letters.content(row.id)).split())
    assert "Lia gjestehus" in words
    assert "fredag 4. desember 2026" in words
    assert "55 55 33 39" in words.replace("\N{NO-BREAK SPACE}", " ")
    assert "barna" in words
    assert "misligholdt" not in words
    assert care(office, family).letter_on == TODAY


@pytest.mark.parametrize(
    ("field", "empty"),
    [("sleep", ""), ("things", ""), ("fetch_by", None), ("call_name", ""), ("we_do", "")],
)
def test_sot_04_tv_13_the_letter_is_refused_without_a_part(
    office: Office, field: str, empty: object
) -> None:
    family = Lost(office)
    with pytest.raises(Invalid) as caught:
        office.aftercare_letters.issue(family.case, replace(LETTER, **{field: empty}))  # type: ignore[arg-type]  # one of its own fields
    assert {each.field for each in caught.value.problems} == {field}
    assert office.letters.of(Ref("eviction_case", family.case)) == ()


def test_one_who_left_nothing_is_not_asked_to_fetch(office: Office) -> None:
    family = Family(office, children=False)
    office.eviction_cases.close(family.case, EvictionOutcome.MOVED_OUT, aftercare=True)
    office.aftercare.settle(family.case, "Tok med seg alt")
    draft = office.aftercare_letters.drafted(family.case)
    assert draft.nothing_left
    draft = replace(LETTER, things="", fetch_by=None, nothing_left=True)
    office.aftercare_letters.issue(family.case, draft)
    (row,) = office.letters.of(Ref("eviction_case", family.case))
    words = text(office.letters.content(row.id))
    assert "Du flyttet ut" in words
    assert "barna" not in words


def test_adr_02_strengt_fortrolig_keeps_no_place(office: Office) -> None:
    family = Lost(office)
    office.aftercare.told_to_fetch(family.case, FetchingNotice(1, LOST, "Lageret"))
    office.people.shield(family.person, "Folkeregisteret", "perm 7")
    assert care(office, family).fetch[0].kept_where == ""
    with pytest.raises(Invalid) as caught:
        office.aftercare.told_to_fetch(family.case, FetchingNotice(1, TODAY, "Lageret"))
    assert codes(caught) == {("kept_where", "address_not_to_be_kept")}
    assert isinstance(office.aftercare_letters.issue(family.case, LETTER), OnPaper)
    assert office.eviction_words.holding(frozenset({family.person})) == ()


def test_a_talk_after_the_case_ended_was_too_late_for_it(office: Office) -> None:
    lease = tenancy(office, 7)
    claim(office, lease, date(2026, 10, 1))
    talk = ContactDraft(ArrearsStepKind.CALL, TODAY, spoke=True, words="Snakket om leien")
    office.arrears_steps.log_contact(lease, talk)
    tenant = office.arrears.tenancy(lease).tenant
    case = office.eviction_cases.get(open_case(office, tenant, lease=lease))
    (year,) = office.eviction_reports.report().years
    assert year.known == 1
    office.eviction_cases.close(case.id, EvictionOutcome.PAID, on=date(2026, 11, 20))
    (year,) = office.eviction_reports.report().years
    assert year.known == 0


def test_a_sign_from_long_before_is_of_another_time(office: Office) -> None:
    family = Lost(office)
    person = office.eviction_cases.get(family.case).person
    for day in (date(2025, 6, 1), date(2026, 10, 5)):
        sign = SignalDraft(EarlySignalKind.POWER_CUT, day, SignalSource.TENANT)
        office.early_signals.add(person, sign)
    assert care(office, family).early.first_signal == date(2026, 10, 5)
