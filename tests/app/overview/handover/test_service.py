"""A stand-in sees what has a day until then, what is half done, whom to call and the way in."""

from datetime import date, timedelta

import page
import pytest

from app.core.errors import Invalid
from app.core.ids import PersonId, Ref
from app.documents.model import Table
from app.evictions.model import EvictionStage
from app.office import Office
from app.overview.handover import rules
from app.overview.handover.model import CallKind, HalfDone, OpenCase, OpenKind, Task
from app.overview.handover.prints import PARTS
from app.people.model import AddressProtection
from app.settings.model import OfficerDraft
from tests.app.decisions.desk import Desk
from tests.app.evictions.desk import open_case
from tests.app.leases.desk import LeaseDesk
from tests.factories import registered_person

TODAY = date(2026, 11, 23)


def test_a_home_at_stake_stands_there_whatever_its_day(office: Office) -> None:
    case = open_case(office)
    (seen,) = office.handovers.of(TODAY).cases
    assert (seen.kind, seen.ref) == (OpenKind.EVICTION, Ref("eviction_case", case))
    assert seen.stands in set(EvictionStage)
    assert seen.step is not None


def test_a_case_without_a_day_until_then_is_only_counted(office: Office) -> None:
    desk = Desk(office)
    ref = Ref("application", desk.application)
    due = next(alert for alert in office.alerts.today() if alert.case == ref).due
    assert due is not None
    before = office.handovers.of(max(TODAY, due - timedelta(days=1)))
    on_it = office.handovers.of(max(TODAY, due))
    assert [case.ref for case in on_it.cases] == [ref]
    assert on_it.others == {}
    assert before.open == on_it.open == 1


@pytest.mark.parametrize("days", [-1, 367])
def test_a_day_that_has_been_or_is_far_off_is_refused_with_a_remedy(
    office: Office, days: int
) -> None:
    with pytest.raises(Invalid) as refused:
        office.handovers.of(TODAY + timedelta(days=days))
    (problem,) = refused.value.problems
    assert problem.code in {"handover_past", "handover_too_long"}
    assert problem.remedy == office.handovers.usual_end() == date(2026, 12, 7)


def test_what_is_begun_is_told_and_forms_only_counted(office: Office) -> None:
    vedtak = Desk(office).drafted()
    office.drafts.keep("application.new", {"name": "hemmelig"})
    office.drafts.keep("handover", {"words": "Nøkkelen ligger i skapet."})
    known = office.handovers.of(TODAY).unfinished
    assert (HalfDone.VEDTAK, Ref("vedtak", vedtak)) in [(each.kind, each.ref) for each in known]
    (forms,) = [each for each in known if each.kind is HalfDone.FORM]
    assert (forms.count, forms.since, forms.name) == (1, TODAY, "")


def test_the_way_in_of_a_stand_in_is_told_with_its_days(office: Office) -> None:
    assert office.handovers.of(TODAY).ways_in == ()
    until = date(2026, 12, 4)
    office.settings.admit(OfficerDraft("Vikar Prøve", "vikar", "en lang setning her", until))
    (found,) = office.handovers.of(TODAY).ways_in
    assert (found.name, found.until) == ("Vikar Prøve", until)


def test_the_office_is_called_first(office: Office) -> None:
    callers = office.handovers.of(TODAY).callers
    kinds = [each.kind for each in callers]
    assert kinds == sorted(kinds, key=[CallKind.OFFICE, *list(CallKind)[:3]].index)


def test_the_paper_has_all_its_parts_and_the_words_to_the_stand_in(office: Office) -> None:
    LeaseDesk(office).prepared()
    tasks = [Task("Haster", "Kari Prøve", "Svar i dag.", TODAY, "forvaltningsl. § 11 a")]
    document = office.handovers.paper(TODAY, tasks, " Ring meg gjerne. ")
    assert document.requires == PARTS
    assert "Ring meg gjerne." in repr(document.blocks)
    data = office.letters.preview(document)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_no_home_of_a_protected_person_stands_in_it(office: Office) -> None:
    LeaseDesk(office, protection=AddressProtection.CONFIDENTIAL).prepared()
    person = registered_person(office, national_id="", protection=AddressProtection.CONFIDENTIAL)
    open_case(office, person, home="Ødegårdsvegen 4")
    handover = office.handovers.of(TODAY + timedelta(days=30))
    document = office.handovers.paper(handover.last, (), "")
    assert any(case.protected for case in handover.cases)
    assert "vegen" not in repr(document.blocks)
    assert "skjermet: ikke oppgi adressen" in repr(document.blocks)


def a_case(kind: OpenKind, at: int, day: date | None) -> OpenCase:
    """A case of this kind with a day."""
    person = PersonId(at)
    return OpenCase(kind, Ref(kind.value, at), person, "", "Ola Prøve", False, kind, None, day)


@pytest.mark.parametrize(
    ("kind", "days", "seen"),
    [
        (OpenKind.ADVICE, -1, True),
        (OpenKind.ADVICE, 14, True),
        (OpenKind.ADVICE, 15, False),
        (OpenKind.LEASE, -1, False),
        (OpenKind.LEASE, 0, True),
        (OpenKind.LEASE, 14, True),
        (OpenKind.LEASE, 15, False),
        (OpenKind.EVICTION, 15, True),
    ],
)
def test_the_day_before_on_it_and_after(kind: OpenKind, days: int, *, seen: bool) -> None:
    case = a_case(kind, 1, TODAY + timedelta(days=days))
    shown = rules.to_see([case], TODAY, TODAY + timedelta(days=14))
    assert (shown == (case,)) is seen


def test_a_lease_that_runs_on_is_no_open_case() -> None:
    cases = [a_case(OpenKind.LEASE, 1, None), a_case(OpenKind.APPLICATION, 2, None)]
    assert rules.others(cases, ()) == {OpenKind.APPLICATION: 1}


def test_what_is_alike_stands_in_one_row_and_only_the_most_urgent_is_told_whole(
    office: Office,
) -> None:
    """A paper of some pages is read; one of nine is not. A date's point ends no sentence."""
    why = "Svaret skulle kommet 6. november. Ring dem."
    due = TODAY - timedelta(days=3)
    tasks = (
        Task("Haster", "Kari Kanarifugl: frist for svar", why, due),
        Task("Snart", "Ola Nattergal: ingen har svart", why, due),
        Task("Snart", "Siv Svale: ingen har svart", why, due),
        Task("Snart", "Planen mangler", why, None),
    )
    document = office.handovers.paper(TODAY, tasks, "")
    urgent, soon = (each for each in document.blocks if isinstance(each, Table) and each.caption)
    short = "Svaret skulle kommet 6. november."
    assert (urgent.caption, soon.caption) == ("Haster: 1 gjøremål", "Snart: 3 gjøremål")
    assert [row[1:] for row in urgent.rows] == [("Kari Kanarifugl: frist for svar", why)]
    assert [row[1:] for row in soon.rows] == [
        ("Ola Nattergal, Siv Svale: ingen har svart", short),
        ("Planen mangler", short),
    ]
