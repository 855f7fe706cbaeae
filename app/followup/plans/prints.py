"""The målplan: from what an edition says to a sheet in plain words. Pure (DOC-09)."""

from collections.abc import Iterator
from datetime import date

from app.core.days import day_and_year, day_in_words
from app.core.text import HARD_BLANK
from app.documents.chart_model import Level, LevelLine
from app.documents.form_model import Signatures, Signer
from app.documents.model import (
    Beside,
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Form,
    Heading,
    Item,
    KeepTogether,
    Paragraph,
    Size,
    Table,
)
from app.documents.texts import Text
from app.followup.model import MeasureState
from app.followup.plans.model import GoalLine, GoalState, MeasureLine, PlanChange, PlanCopy
from app.followup.plans.print_model import PlanPaper
from app.settings.letterhead import letterhead, telephone

CONTACT = "DOC-09 min kontakt, med en annen som kan svare"
LEVEL = "DOC-09 nivå"
GOALS = "DOC-09 mål, tiltak, ansvarlig og frist"
EVALUATION = "DOC-09 neste evaluering"
CONSENT = "DOC-09 samtykke"
RIGHT = "DOC-09 retten til individuell plan"
SIGNED = "DOC-09 underskrifter"
PARTS = (CONTACT, LEVEL, GOALS, EVALUATION, CONSENT, RIGHT, SIGNED)

Blocks = tuple[Block, ...]


def malplan(paper: PlanPaper, text: Text) -> Document:
    """The whole plan; `text` is «malplan» in the person's language."""
    sender = paper.sender
    return Document(
        title=text.passage("title", name=paper.content.name),
        language=sender.language.value,
        issued=sender.issued,
        reference=paper.number,
        letterhead=letterhead(sender.office),
        blocks=(
            *_front(paper, text),
            *_level(paper, text),
            *_goals(paper, text),
            *_news(paper, text),
            *_ahead(paper, text),
            *_rests_on(paper, text),
            _signed(paper, text),
        ),
        requires=() if sender.draft else PARTS,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        footer=text.passage("footer", number=paper.number, edition=str(paper.edition)),
        size=Size.LARGE if paper.large else Size.EASY,
        file_title=text.passage("kind"),
    )


def _front(paper: PlanPaper, text: Text) -> Blocks:
    """What it is, and the one name and number on top, with who answers else (C16)."""
    day = day_and_year(paper.sender.issued.date())
    made = text.passage("made", day=day, edition=str(paper.edition))
    said: Blocks = (Paragraph(made), Paragraph(text.passage("intro")))
    if paper.reader is not PlanCopy.NOBODY:
        said += (Paragraph(text.passage(f"copy_{paper.reader}")),)
    contact = _contact(paper, text)
    if not contact:
        return said
    return (*contact, *said) if paper.large else (Beside(said, contact, share=0.54),)


def _contact(paper: PlanPaper, text: Text) -> tuple[Callout, ...]:
    draft = paper.content.draft
    name, backup = draft.contact_name.strip(), draft.backup_name.strip()
    if not name:
        return ()
    who = f"{name}, {paper.content.unit}" if _is_ours(paper) else name
    phone = telephone(draft.backup_phone)
    other = text.passage("backup", name=" ".join((backup, phone)).strip()) if backup else ""
    blocks = (Paragraph(other),) if other else ()
    whole = bool(draft.contact_phone.strip() and backup)
    return (
        Callout(
            text.passage("contact"),
            who,
            number=telephone(draft.contact_phone),
            blocks=blocks,
            part=CONTACT if whole else "",
        ),
    )


def _is_ours(paper: PlanPaper) -> bool:
    """Whether the contact is the coordinator, whose unit is known."""
    content = paper.content
    return bool(content.unit) and content.draft.contact_name == content.coordinator


def _level(paper: PlanPaper, text: Text) -> Blocks:
    now, goal = paper.content.level, paper.content.draft.target_level
    if now is None:
        return ()
    levels = tuple(Level(at, text.passage(f"level_{at}")) for at in (4, 3, 2, 1, 0))
    said = text.passage("alt_now", level=str(now), words=text.passage(f"level_{now}"))
    mark: tuple[int, str] | None = None
    apart: Blocks = ()
    if goal is not None and goal != now:
        day, words = paper.content.draft.target_on, text.passage(f"level_{goal}")
        by = text.passage("goal_by", day=day_and_year(day)) if day else text.passage("goal")
        said += " " + text.passage("alt_goal", level=str(goal), words=words)
        if paper.large:  # the marks have no room for a day beside each other
            apart = (Paragraph(f"{words}.", lead=f"{by}:"),)
        mark = (goal, text.passage("goal") if paper.large else by)
    return (LevelLine(levels, (now, text.passage("here")), said, mark, part=LEVEL), *apart)


# goals and what is done


def _goals(paper: PlanPaper, text: Text) -> Blocks:
    content = paper.content
    if paper.large:
        blocks = tuple(_goal_blocks(paper, text))
        return (Heading(text.passage("label_goals")), *blocks) if blocks else ()
    rows = [
        row
        for at, goal in enumerate(content.goals, 1)
        for row in _rows(_goal(at, goal, text), goal.measures, text)
    ]
    rows += _rows(text.passage("loose"), content.loose, text) if content.loose else []
    columns = (
        Column(text.passage("label_goals"), share=0.255),
        Column(text.passage("label_measures"), share=0.295),
        Column(text.passage("label_who"), share=0.205),
        Column(text.passage("label_when"), share=0.245),
    )
    return (Table(columns, tuple(rows), spans=True, dense=True, part=GOALS),) if rows else ()


def _rows(goal: str, lines: tuple[MeasureLine, ...], text: Text) -> list[tuple[str, ...]]:
    told = [(_words(line, text), line.who, _when(line, text)) for line in lines]
    first, *rest = told or [("", "", "")]
    return [(goal, *first), *(("", *each) for each in rest)]


def _goal_blocks(paper: PlanPaper, text: Text) -> Iterator[Block]:
    """For large print: under each other, as a table of four columns has no room."""
    for at, goal in enumerate(paper.content.goals, 1):
        words, *facts = _goal(at, goal, text).split("\n")
        yield Heading(words, level=3)
        yield from (Paragraph(fact) for fact in facts)
        if goal.measures:
            yield _list(goal.measures, text)
    if paper.content.loose:
        yield Heading(text.passage("loose"), level=3)
        yield _list(paper.content.loose, text)


def _list(lines: tuple[MeasureLine, ...], text: Text) -> Bullets:
    def said(line: MeasureLine) -> str:
        return ", ".join(part for part in (line.who, _when(line, text)) if part)

    return Bullets(tuple(Item(said(line), f"{_words(line, text)}:") for line in lines), part=GOALS)


def _goal(at: int, goal: GoalLine, text: Text) -> str:
    said = f"{at}. «{goal.words.strip()}»"
    if goal.target_on is not None and goal.state is GoalState.IN_PROGRESS:
        said += "\n" + text.passage("goal_within", day=day_and_year(goal.target_on))
    if goal.state is not GoalState.IN_PROGRESS:
        said += "\n" + text.passage(f"goal_{goal.state}")
    if goal.need.strip():
        said += "\n" + text.passage("because", need=goal.need.strip())
    return said


def _words(line: MeasureLine, text: Text) -> str:
    """With the number of its vedtak, or that it has none (D6); an own task needs none."""
    if line.vedtak:
        said = text.passage("with_vedtak", words=line.words, number=line.vedtak)
    elif line.own_task:
        said = line.words
    else:
        said = text.passage("without_vedtak", words=line.words)
    return f"{said}\n{line.result[0].upper()}{line.result[1:]}" if line.result else said


def _when(line: MeasureLine, text: Text) -> str:
    if line.state in {MeasureState.DONE, MeasureState.NOT_DONE, MeasureState.ON_HOLD}:
        return text.passage(f"state_{line.state}")
    return line.when


# what is new, and what comes


def _news(paper: PlanPaper, text: Text) -> Blocks:
    if paper.edition < 2 or paper.reader is not PlanCopy.NOBODY:
        return ()
    lead = text.passage("news", before=str(paper.edition - 1))
    if paper.news.strip():
        return (Paragraph(paper.news.strip(), lead=lead),)
    lines = tuple(dict.fromkeys(_change(each, text) for each in paper.changes))
    if not lines:
        return (Paragraph(text.passage("no_news"), lead=lead),)
    return (KeepTogether((Paragraph("", lead=lead), Bullets(lines))),)


def _change(change: PlanChange, text: Text) -> str:
    key = f"change_{change.kind}"
    return text.passage(key, **dict.fromkeys(text.placeholders(key), change.words))


def _ahead(paper: PlanPaper, text: Text) -> Blocks:
    """When it begins to go wrong, beside the next home and the next talk."""
    left, right = _warning(paper, text), _next(paper, text)
    if paper.large or not left:
        return (*left, *right)
    return (Beside(left, right, share=0.56),)


def _warning(paper: PlanPaper, text: Text) -> Blocks:
    draft = paper.content.draft
    told = (
        ("signs", draft.warning_signs),
        ("people", draft.warning_people),
        ("first", draft.warning_first),
    )
    said = tuple(
        Paragraph(words.strip(), lead=text.passage(f"warning_{key}"))
        for key, words in told
        if words.strip()
    )
    return (Heading(text.passage("heading_warning")), *said) if said else ()


def _next(paper: PlanPaper, text: Text) -> Blocks:
    draft = paper.content.draft
    home: Blocks = ()
    if draft.next_step.strip():
        said = draft.next_step.strip().rstrip(".")
        if draft.next_step_on:
            said = text.passage("step_by", words=said, day=day_and_year(draft.next_step_on))
        home = (Heading(text.passage("heading_step")), Paragraph(f"{said}."))
    talk = (Paragraph(_talk(paper, text)),) if draft.next_talk_on else ()
    look: Blocks = ()
    if draft.evaluation_on:
        day = _day(draft.evaluation_on, paper)
        look = (Paragraph(text.passage("evaluation", day=day), part=EVALUATION),)
    name = "heading_talk" if talk else "heading_look"
    heading = (Heading(text.passage(name)),) if talk or look else ()
    return (*home, *heading, *talk, *look)


def _talk(paper: PlanPaper, text: Text) -> str:
    draft = paper.content.draft
    day = draft.next_talk_on
    said = _day(day, paper) if day else ""
    said = said[:1].upper() + said[1:]
    if draft.next_talk_time.strip():
        said += f" kl.{HARD_BLANK}{draft.next_talk_time.strip()}"
    where = draft.next_talk_where.strip().rstrip(".")
    return f"{said}, {where}." if where else f"{said}."


def _day(day: date, paper: PlanPaper) -> str:
    return day_in_words(day, paper.sender.language)


def _rests_on(paper: PlanPaper, text: Text) -> Blocks:
    """Which consents it rests on, or that it needs none (P6), and the right to more (SOT-07)."""
    consents = paper.content.consents
    said: Blocks = (Paragraph(text.passage("no_consent"), part=CONSENT),)
    if consents:
        listed = f"{'; '.join(consents)}. {text.passage('take_back')}"
        said = (Paragraph(listed, lead=text.passage("consents"), part=CONSENT),)
    right = Paragraph(text.passage("individual_plan"), part=RIGHT)
    heading = (Heading(text.passage("heading_consent")),) if paper.large else ()
    return (KeepTogether((*heading, *said)), right)


def _signed(paper: PlanPaper, text: Text) -> KeepTogether:
    coordinator = paper.content.coordinator or paper.sender.officer_name
    signers = (
        Signer(paper.content.name),
        Signer(coordinator, role=text.passage("sign_coordinator")),
    )
    before = text.passage("agreed" if paper.agreed else "offered")
    return KeepTogether((Paragraph(before), Signatures(signers, part=SIGNED)))
