"""«Overleveringsnotat»: what the unit that takes a case over must know. Pure (D7, SOT-10)."""

from datetime import date

from app.core.days import day_and_year, short_day
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.documents.model import Block, Bullets, Document, Fact, Facts, Heading, Item, Paragraph
from app.documents.texts import Text
from app.followup.levels.model import LevelOn
from app.followup.model import MeasureState
from app.followup.owners.model import Owner
from app.followup.plans.model import GoalLine, GoalState, MeasureLine, PlanContent
from app.people.consents.model import Consent
from app.settings.letterhead import letter_document, questions, signed, telephone

PARTS = (
    "D7 hvem saken gjelder",
    "D7 hvorfor og fra når",
    "D7 hva som er i gang",
    "A3 hva som kan deles",
    "SOT-10 taushetsplikt",
    "D7 saksbehandler",
)
_UNDER_WAY = frozenset(MeasureState) - {MeasureState.DONE, MeasureState.NOT_DONE}


@dataclass(frozen=True, slots=True, repr=False)
class HandoverNote:
    """All that it says. `plan` is None when there is none or it may not be shared (`withheld`)."""

    sender: LetterFrom
    number: str
    name: str
    born: date | None
    owner: Owner
    unit: str
    before: str
    level: LevelOn | None
    plan: PlanContent | None
    withheld: bool = False
    consents: tuple[Consent, ...] = ()
    urgent: str = ""


def handover_note(note: HandoverNote, text: Text) -> Document:
    """The whole note; `text` is «handover_note»."""
    sender = note.sender
    return letter_document(
        sender,
        note.number,
        text,
        title=text.passage("title", unit=note.unit),
        kind=text.passage("kind"),
        lead=text.passage("lead"),
        blocks=(
            Facts(_facts(note, text), part=PARTS[0]),
            Heading(text.passage("heading_why")),
            *_why(note, text),
            Heading(text.passage("heading_plan")),
            *_plan(note, text),
            Heading(text.passage("heading_share")),
            _shared(note, text),
            *((Paragraph(text.passage("left_out"), small=True),) if note.plan else ()),
            Heading(text.passage("heading_secret")),
            Paragraph(text.passage("secret"), part=PARTS[4]),
            *questions(sender, text),
            signed(sender, text, PARTS[5]),
        ),
        requires=PARTS,
    )


def _facts(note: HandoverNote, text: Text) -> tuple[Fact, ...]:
    plan = note.plan
    facts = [
        Fact(text.passage("label_about"), note.name),
        Fact(text.passage("label_born"), short_day(note.born) if note.born else ""),
        Fact(text.passage("label_level"), _level(note, text)),
    ]
    if plan is not None:
        draft = plan.draft
        facts += [
            _contact(text.passage("label_contact"), draft.contact_name, draft.contact_phone),
            _contact(text.passage("label_backup"), draft.backup_name, draft.backup_phone),
            Fact(text.passage("label_talk"), _day(draft.next_talk_on)),
            Fact(text.passage("label_evaluation"), _day(draft.evaluation_on)),
        ]
    return tuple(fact for fact in facts if fact.value)


def _level(note: HandoverNote, text: Text) -> str:
    if note.level is None:
        return ""
    number = note.level.level.value
    words = text.passage(f"level_{number}")
    return text.passage("level", number=str(number), words=words, day=_day(note.level.since))


def _contact(label: str, name: str, phone: str) -> Fact:
    return Fact(label, ", ".join(part for part in (name, telephone(phone)) if part))


def _day(day: date | None) -> str:
    return day_and_year(day) if day else ""


def _why(note: HandoverNote, text: Text) -> tuple[Block, ...]:
    since = day_and_year(note.owner.since)
    told = text.passage("from_to" if note.before else "from", day=since, before=note.before)
    reason = note.owner.reason.strip()
    blocks: list[Block] = [Paragraph(told)]
    if reason:
        blocks.append(Paragraph(reason, lead=text.passage("lead_reason"), part=PARTS[1]))
    if note.urgent.strip():
        blocks.append(Paragraph(note.urgent.strip(), lead=text.passage("lead_urgent")))
    return tuple(blocks)


def _plan(note: HandoverNote, text: Text) -> tuple[Block, ...]:
    plan = note.plan
    if plan is None:
        said = text.passage("withheld" if note.withheld else "no_plan")
        return (Paragraph(said, part=PARTS[2]),)
    blocks: list[Block] = [Paragraph(text.passage(plan.kind.value), part=PARTS[2])]
    for goal in plan.goals:
        if goal.state is GoalState.IN_PROGRESS:
            blocks += _goal(goal, text)
    loose = _lines(plan.loose)
    if loose:
        blocks += [Heading(text.passage("loose"), level=3), Bullets(loose)]
    if plan.draft.warning_signs.strip():
        signs = plan.draft.warning_signs.strip()
        blocks.append(Paragraph(signs, lead=text.passage("lead_warning")))
    return tuple(blocks)


def _goal(goal: GoalLine, text: Text) -> tuple[Block, ...]:
    by = text.passage("by", day=_day(goal.target_on)) if goal.target_on else ""
    lines = _lines(goal.measures)
    said = Bullets(lines) if lines else Paragraph(text.passage("no_measures"))
    return (Heading(f"{goal.words.strip().rstrip('.')}{by}", level=3), said)


def _lines(measures: tuple[MeasureLine, ...]) -> tuple[Item, ...]:
    return tuple(
        Item(", ".join(part for part in (each.who, each.when) if part), lead=_lead(each))
        for each in measures
        if each.state in _UNDER_WAY
    )


def _lead(measure: MeasureLine) -> str:
    words = measure.words.strip().rstrip(".")
    return f"{words}:" if measure.who or measure.when else f"{words}."


def _shared(note: HandoverNote, text: Text) -> Block:
    if not note.consents:
        return Paragraph(text.passage("no_consent"), part=PARTS[3])
    return Bullets(tuple(_consent(each, text) for each in note.consents), part=PARTS[3])


def _consent(consent: Consent, text: Text) -> str:
    words = text.passage(f"scope_{consent.scope.value}")
    whom = f" ({consent.body})" if consent.body else ""
    until = text.passage("until", day=_day(consent.until)) if consent.until else ""
    return f"{words}{whom}{until}"
