"""What a plan may tell of where a person lives is gone when they are shielded (ADR-02, ADR-05)."""

from dataclasses import replace

import pytest

from app.core.errors import Invalid
from app.core.ids import Ref
from app.office import Office
from app.people.model import AddressProtection
from tests.app.followup.plans.desk import PlanDesk

PLACE = "Hjemme i Ødegårdsvegen"


def _told(desk: PlanDesk) -> None:
    places = {
        "next_talk_where": PLACE,
        "next_step": f"Bli boende: {PLACE}",
        "warning_signs": f"Naboene ved {PLACE} ringer",
        "warning_people": f"Vaktmesteren, {PLACE}",
        "warning_first": f"Gå til {PLACE}",
    }
    desk.plans.change(desk.plan, replace(desk.known.draft, **places))  # type: ignore[arg-type]  # its own fields


def test_adr_02_no_place_is_left_in_plan_edition_or_history(office: Office) -> None:
    desk = PlanDesk(office)
    goal, _measure = desk.ready()
    _told(desk)
    desk.plans.offer(desk.plan)
    refs = office.people.places_of(desk.person)
    assert {Ref("plan", desk.plan)} < set(refs)
    assert "plan_edition" in {ref.kind for ref in refs}
    report = office.people.shield(desk.person, "Folkeregisteret", "Perm 4")
    assert dict(report.removed)["plan_edition"] == 1
    known = office.people.get(desk.person)
    assert known.protection is AddressProtection.STRICTLY_CONFIDENTIAL
    assert PLACE not in _everything(office, desk)
    assert desk.plans.goal(goal).draft.words == "Jeg vil ha orden på husleia"
    (edition,) = desk.plans.editions(desk.plan)
    assert edition.content.goals[0].goal == goal
    assert edition.document is None


def test_adr_05_what_was_written_and_taken_out_again_is_found_too(office: Office) -> None:
    desk = PlanDesk(office)
    before = desk.known.draft
    _told(desk)
    desk.plans.change(desk.plan, before)
    office.people.shield(desk.person, "Folkeregisteret", "Perm 4")
    assert PLACE not in _everything(office, desk)


def test_adr_02_a_printed_plan_goes_and_its_edition_stays(office: Office) -> None:
    desk = PlanDesk(office)
    desk.ready()
    paper = office.letters.receive(
        Ref("person", desk.person), desk.person, b"%PDF-1.7 plan", "application/pdf", "Plan"
    )
    content = desk.plans.content(desk.plan)
    with office.unit("plan.offered", Ref("person", desk.person)) as unit:
        desk.plans.keep_edition(unit, desk.plan, content, paper)
    assert desk.plans.editions(desk.plan)[0].document == paper
    office.people.shield(desk.person, "Folkeregisteret", "Perm 4")
    (edition,) = desk.plans.editions(desk.plan)
    assert edition.document is None
    assert edition.content.goals == content.goals


def test_adr_02_where_they_meet_is_not_written_afterwards(office: Office) -> None:
    desk = PlanDesk(office)
    office.people.shield(desk.person, "Folkeregisteret", "Perm 4")
    with pytest.raises(Invalid) as caught:
        desk.plans.change(desk.plan, replace(desk.known.draft, next_talk_where=PLACE))
    assert [(each.field, each.code) for each in caught.value.problems] == [
        ("next_talk_where", "talk_place_not_kept")
    ]


def test_a_plan_without_a_place_is_not_named(office: Office) -> None:
    desk = PlanDesk(office)
    assert Ref("plan", desk.plan) not in office.people.places_of(desk.person)


def _everything(office: Office, desk: PlanDesk) -> str:
    db = desk.plans._db
    past = db.column("SELECT coalesce(before, '') || coalesce(after, '') FROM change")
    editions = db.column("SELECT content FROM plan_edition")
    plans = db.column("SELECT next_talk_where || next_step || warning_first FROM plan")
    return " ".join(str(each) for each in (*past, *editions, *plans))
