"""What stands on the rows of an individual plan: its parts, who takes part, the posts."""

from datetime import date

from app.core.days import short_day
from app.followup.individual_plans.model import (
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlan,
    Participant,
)
from app.followup.individual_plans.model import IndividualPlanPart as Part
from app.followup.plans.model import MeasureLine
from ui.followup.individual_plan.words import tr
from ui.kit.chips import Chip, ChipKind
from ui.kit.rows import Row
from ui.labels import capital, day, title_word, word

MOST = 100  # letters of a text that stand on its row


def measure_lines(known: IndividualPlan) -> tuple[MeasureLine, ...]:
    """Every measure in the plan, those of the goals first."""
    if known.content is None:
        return ()
    of_goals = (line for goal in known.content.goals for line in goal.measures)
    return (*of_goals, *known.content.loose)


def summary(known: IndividualPlan, part: Part) -> str:
    """What a filled part says, in short."""
    draft = known.draft
    words = {
        Part.GOALS: _goals(known),
        Part.PARTICIPANTS: ", ".join(each.draft.name for each in known.taking_part),
        Part.RESPONSIBLE: tr("Koordinator: {}").format(known.coordinator),
        Part.CONTRIBUTIONS: draft.own_contribution,
        Part.MEASURES: "; ".join(
            f"{line.words}, {known.extents.get(line.measure, '')}" for line in measure_lines(known)
        ),
        Part.CARRIED_OUT: draft.carried_out,
        Part.COORDINATORS: "; ".join(
            f"{word(each.post)}: {word(each.answer)}" for each in known.offers.values()
        ),
        Part.PERIOD: _period(known),
        Part.CONSENT: _shared(known),
        Part.COOPERATION: draft.cooperation,
        Part.CHILD: draft.child_participation,
    }[part]
    return _short(capital(words))


def participant_row(one: Participant, today: date, action: str, *, gets_copy: bool) -> Row:
    """One who takes part, and whether a copy may go to them."""
    draft = one.draft
    said = ", ".join(each for each in (draft.capacity, one.unit_name, draft.phone) if each)
    shared = tr("Kan få kopi.") if gets_copy else tr("Får ikke kopi: samtykke til å dele mangler.")
    with_us = Chip(ChipKind.OK, tr("Er med"))
    return Row(
        one.id,
        draft.name,
        f"{capital(said)}. {shared}" if said else shared,
        with_us if one.takes_part(today) else Chip(ChipKind.INFO, tr("Er ikke med")),
        when=tr("Til {}").format(day(draft.until)) if draft.until else "",
        action=action,
    )


def post_row(known: IndividualPlan, post: CoordinatorPost) -> Row:
    """Coordinator, child coordinator or contact doctor, and what is agreed (HOL-02)."""
    offer = known.offers.get(post)
    if offer is None:
        waiting = Chip(ChipKind.WAITING, tr("Ikke ført inn"))
        return Row(post.value, title_word(post), _why(post), waiting, action=tr("Før inn …"))
    chip = Chip(ChipKind.OK, title_word(offer.answer))
    return Row(post.value, title_word(post), _answer(offer), chip, action=tr("Endre …"))


def _why(post: CoordinatorPost) -> str:
    if post is CoordinatorPost.COORDINATOR:
        return tr("Tilbys også når personen ikke vil ha individuell plan.")
    return tr("Skriv om det er tilbudt, eller ikke er aktuelt.")


def _answer(offer: CoordinatorOffer) -> str:
    since = tr("Fra {}").format(short_day(offer.since))
    return f"{offer.name}. {since}." if offer.name else f"{since}."


def _goals(known: IndividualPlan) -> str:
    if known.content is None:
        return ""
    return "; ".join(goal.words.strip().rstrip(".") for goal in known.content.goals)


def _period(known: IndividualPlan) -> str:
    start, end = known.draft.starts_on, known.draft.ends_on
    if start is None or end is None:
        return ""
    days = ", ".join(short_day(each) for each in known.draft.revise_on)
    return tr("{} til {}. Revisjon {}").format(short_day(start), short_day(end), days)


def _shared(known: IndividualPlan) -> str:
    shares = [share.body.strip().rstrip(".") for share in known.shares]
    if not shares:
        return tr("Planen kan ikke deles med noen ennå")
    whom = ", ".join(words or tr("dem som er med på planen") for words in shares)
    return tr("Planen kan deles med {}").format(whom)


def _short(text: str) -> str:
    line = " ".join(text.split()).rstrip(".")
    return f"{line}." if len(line) <= MOST else f"{line[: MOST - 1].rstrip()}…"
