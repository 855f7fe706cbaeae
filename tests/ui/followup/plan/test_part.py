"""«Plan» from the empty page to goals, what is missing, agreeing, and the end of it."""

from dataclasses import replace
from datetime import timedelta

from app.core.ids import Ref
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft
from app.followup.plans.model import GoalDraft, PlanState
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from tests.ui.followup.plan.conftest import PlanDesk
from tests.ui.walker import rich_labels, roleless_focusables, spoken_tree, unnamed_focusables
from ui.followup.plan.edition_card import EditionDialog
from ui.followup.plan.part import PRINT
from ui.followup.plan.start import StartCard
from ui.kit.buttons import Button
from ui.navigation import PageId, Place

GOAL = GoalDraft(LifeArea.HOME, "Jeg vil bli boende")


def started(desk: PlanDesk, *, whole: bool = False) -> None:
    """A draft; whole is one that can be printed."""
    if whole:
        desk.office.levels.set(desk.person, HelpLevel.SUPPORT, "Kartlagt")
    plan = desk.office.plans.begin(desk.person)
    if whole:
        first = MeasureDraft("Besøk hver tirsdag", "Ane")
        desk.office.goal_making.add(desk.person, GOAL, "Mister oversikten", first)
        draft = desk.office.plans.get(plan).draft
        draft = replace(draft, contact_name="Ane", contact_phone="62 00 01 27", backup_name="Ola")
        desk.office.plans.change(plan, draft)
    desk.open()


def pressed(desk: PlanDesk, words: str) -> None:
    """Press the button that says so."""
    found = [each for each in desk.part.findChildren(Button) if each.accessibleName() == words]
    found[0].click()


def missing(desk: PlanDesk) -> list[str]:
    """What stands in the way of printing, as told."""
    return [row.title for row in desk.part.obstacles.list.rows] if desk.part.obstacles else []


def test_an_empty_part_says_the_next_step(desk: PlanDesk) -> None:
    assert "Ingen plan ennå" in spoken_tree(desk.part)
    assert unnamed_focusables(desk.part) == []
    desk.part.begin()
    pressed(desk, "Begynn på målplan")
    assert desk.office.plans.of(desk.person) is not None
    assert desk.told == ["Plan begynt"]


def test_a_plan_begins_from_a_template(desk: PlanDesk) -> None:
    template = desk.office.plan_templates.offered()[0]
    (start,) = desk.part.findChildren(StartCard)
    start.template.set_value(template.id)
    start.begin()
    words = [each.draft.words for each in desk.office.plans.goals(desk.person)]
    assert words == [goal.draft.words for goal in template.goals]


def test_doc_09_what_is_missing_leads_to_where_it_is_put_right(desk: PlanDesk) -> None:
    started(desk)
    part = desk.part
    assert unnamed_focusables(part) == []
    assert roleless_focusables(part) == []
    assert rich_labels(part) == []
    assert not part.print_button.isEnabled()
    assert part.print_button.accessibleDescription() == "Noe mangler. Se listen under."
    fields = {problem.field for problem in desk.office.plans.problems(part.plan.id)}  # type: ignore[union-attr]  # begun above
    assert {"coordinator", "goals"} <= fields
    for problem in desk.office.plans.problems(part.plan.id):  # type: ignore[union-attr]  # begun above
        part.lead(problem)
    assert Place(PageId.PERSON_FOLLOWUP, Ref("person", desk.person), "level") in desk.went


def test_d18_a_goal_without_a_measure_is_told_with_its_words(desk: PlanDesk) -> None:
    started(desk)
    desk.office.goal_making.add(desk.person, GOAL, "Mister oversikten")
    part = desk.open()
    assert part.obstacles is not None
    row = next(row for row in part.obstacles.list.rows if row.title.startswith("Mål 1"))
    assert "Jeg vil bli boende" in row.why


def test_a_whole_plan_is_printed_agreed_and_completed(desk: PlanDesk) -> None:
    started(desk, whole=True)
    part = desk.part
    assert missing(desk) == []
    part.print_button.click()
    assert desk.went[-1] == Place(PageId.PERSON_FOLLOWUP, Ref("person", desk.person), PRINT)
    plan = part.plan
    assert plan is not None
    part.plans.offer(plan)
    pressed(desk, "Avtalt")
    assert desk.office.plans.get(plan.id).state is PlanState.ACTIVE
    dialog = desk.part.plans.complete(plan)
    assert dialog.attempt()
    assert "Ingen plan nå" in spoken_tree(desk.part)
    assert desk.office.plans.get(plan.id).state is PlanState.COMPLETED
    pressed(desk, "Ta opp den forrige")
    assert desk.office.plans.get(plan.id).state is PlanState.DRAFT


def test_a_plan_may_be_declined_without_a_reason_but_not_ended(desk: PlanDesk) -> None:
    started(desk, whole=True)
    plan = desk.part.plan
    assert plan is not None
    desk.part.plans.offer(plan)
    ended = desk.part.plans.end(plan)
    assert not ended.attempt()
    assert ended.form.field("reason").verdict_words
    ended.reject()
    assert desk.part.plans.decline(plan).attempt()
    assert desk.office.plans.get(plan.id).state is PlanState.DECLINED


def test_d7_every_edition_can_be_read_and_says_what_is_new(desk: PlanDesk) -> None:
    started(desk, whole=True)
    plan = desk.part.plan
    assert plan is not None
    desk.part.plans.offer(plan)
    desk.office.goal_making.add(
        desk.person, replace(GOAL, words="Sove om natta"), "Sover dårlig",
        MeasureDraft("Snakke med legen", own_task=True),
    )  # fmt: skip
    desk.open()
    desk.part.plans.offer(plan)
    rows = desk.part.editions.list.rows
    assert [row.title for row in rows] == ["Målplan, utgave 2", "Målplan, utgave 1"]
    assert rows[0].why == "Nytt siden utgave 1: nytt mål, nytt tiltak."
    first, second = desk.office.plans.editions(plan.id)
    assert "Sove om natta" in spoken_tree(EditionDialog(second))
    assert "Sove om natta" not in spoken_tree(EditionDialog(first))
    desk.part.editions.open(rows[1].key)


def test_fv_18_conditions_are_in_the_plan_already_and_find_their_goal(
    desk: PlanDesk, office: Office
) -> None:
    lease = LeaseDesk(office, national_id="")
    signed = lease.prepared()
    lease.leases.issue(signed)
    lease.leases.signed(signed, office.clock.today())
    desk.person = lease.person
    started(desk, whole=True)
    rows = desk.part.loose.rows
    assert {row.action for row in rows} == {"Heng på et mål …"}
    assert "vilkår i vedtaket" in rows[0].why
    assert "uten vedtak" not in rows[0].why
    dialog = desk.part.measures.hang(office.followup.get(int(str(rows[0].key))))
    assert dialog.attempt()
    assert len(desk.part.loose.rows) == len(rows) - 1
    assert len(desk.part.goal_cards[0].list.rows) == 2


def test_c16_contact_and_reserve_stand_on_a_card_of_their_own(desk: PlanDesk) -> None:
    started(desk, whole=True)
    assert "Min kontakt: Ane, 62 00 01 27" in spoken_tree(desk.part)
    assert "Reserve: Ola" in spoken_tree(desk.part)


def test_the_line_on_top_says_edition_talk_and_evaluation(desk: PlanDesk) -> None:
    started(desk, whole=True)
    plan = desk.part.plan
    assert plan is not None
    talk = replace(plan.draft, next_talk_on=desk.office.clock.today() + timedelta(days=30))
    desk.office.plans.change(plan.id, talk)
    standing = desk.open().standing
    assert standing is not None
    assert "ikke skrevet ut ennå" in standing.line
    assert "neste samtale ons.\u00a023.\u00a0des." in standing.line
    assert "evalueres" in standing.line
