"""The individual plan: from the record to a sheet with its ten parts in order. Pure (DOC-08)."""

from collections.abc import Callable, Iterator
from datetime import date

from app.core.days import day_and_year
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
    KeepTogether,
    Paragraph,
    Size,
    Table,
)
from app.documents.parts import texts_of
from app.documents.texts import Text
from app.followup.individual_plans import rules
from app.followup.individual_plans.model import (
    CoordinatorPost,
    GivenConsent,
    IndividualPlanPaper,
    IndividualPlanPart,
)
from app.followup.plans.model import MeasureLine
from app.settings.letterhead import letterhead, telephone

PARTS = {
    IndividualPlanPart.GOALS: "DOC-08 (1) mål, ressurser og behov",
    IndividualPlanPart.PARTICIPANTS: "DOC-08 (2) deltakere",
    IndividualPlanPart.RESPONSIBLE: "DOC-08 (3) hvem som lager og koordinerer",
    IndividualPlanPart.CONTRIBUTIONS: "DOC-08 (4) bidrag",
    IndividualPlanPart.MEASURES: "DOC-08 (5) tiltak, omfang og ansvar",
    IndividualPlanPart.CARRIED_OUT: "DOC-08 (6) gjennomføring",
    IndividualPlanPart.COORDINATORS: "DOC-08 (7) koordinator, barnekoordinator, kontaktlege",
    IndividualPlanPart.PERIOD: "DOC-08 (8) periode og revisjon",
    IndividualPlanPart.CONSENT: "DOC-08 (9) samtykke",
    IndividualPlanPart.COOPERATION: "DOC-08 (10) samarbeid med andre",
    IndividualPlanPart.CHILD: "DOC-08 barnets medvirkning",
}
SIGNED = "DOC-08 underskrifter"


def individual_plan(paper: IndividualPlanPaper, text: Text) -> Document:
    """The whole plan; `text` is «individual_plan» in the person's language."""
    sender, known = paper.sender, paper.known
    checks = rules.checklist(known)
    held = {check.part for check in checks if check.filled}
    return Document(
        title=text.passage("title", name=paper.name),
        language=sender.language.value,
        issued=sender.issued,
        reference=paper.number,
        letterhead=letterhead(sender.office),
        blocks=(*_front(paper, text), *_parts(paper, text, held), _signed(paper, text)),
        requires=() if sender.draft else (*(PARTS[check.part] for check in checks), SIGNED),
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
        footer=text.passage("footer", number=paper.number, edition=str(paper.edition)),
        size=Size.LARGE if paper.large else Size.EASY,
        file_title=text.passage("kind"),
    )


def _front(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    """What it is, and the one name and number on top."""
    draft = paper.known.draft
    facts = {"edition": str(paper.edition), "day": _day(paper.sender.issued.date())}
    if draft.starts_on and draft.ends_on:
        days = {"start": _day(draft.starts_on), "end": _day(draft.ends_on)}
        lead = text.passage("lead", **facts, **days)
    else:
        lead = text.passage("lead_open", **facts)
    copy = text.passage("copy_to", name=paper.copy_to) if paper.copy_to else ""
    said = tuple(Paragraph(words) for words in (lead, text.passage("intro"), copy) if words)
    name, phone = _contact(paper)
    if not name:
        return said
    contact = Callout(text.passage("contact"), name, number=telephone(phone))
    return (contact, *said) if paper.large else (Beside(said, (contact,), share=0.58),)


def _contact(paper: IndividualPlanPaper) -> tuple[str, str]:
    """The one to turn to; the coordinator when the plan names no other."""
    known = paper.known
    draft = known.content.draft if known.content else None
    if draft is not None and draft.contact_name:
        return draft.contact_name, draft.contact_phone
    return known.coordinator, known.owner_phone if known.coordinator == known.owner else ""


_Held = set[IndividualPlanPart]


def part_words(
    paper: IndividualPlanPaper, text: Text
) -> tuple[tuple[IndividualPlanPart, str], ...]:
    """What each part says as plain lines, for the edition that is kept; empty ones left out."""
    made = ((part, "\n".join(texts_of(make(paper, text)))) for part, make in _MAKERS)
    return tuple((part, words) for part, words in made if words)


def _parts(paper: IndividualPlanPaper, text: Text, held: _Held) -> Iterator[Block]:
    """The ten parts in order; the last block of each carries its name when it holds."""
    for part, make in _MAKERS:
        if part is IndividualPlanPart.CHILD and not paper.known.children:
            continue
        heading = Heading(text.passage(f"heading_{part}"))
        name = PARTS[part] if part in held else ""
        yield KeepTogether((heading, *make(paper, text)), part=name)


def _said(words: str, lead: str = "") -> tuple[Block, ...]:
    """What was written, one paragraph to a line; nothing when nothing was."""
    rows = [line.strip() for line in words.splitlines() if line.strip()]
    return tuple(Paragraph(row, lead=lead if not at else "") for at, row in enumerate(rows))


def _goals(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    goals = paper.known.content.goals if paper.known.content else ()
    columns = (
        Column(text.passage("label_goal"), share=0.42),
        Column(text.passage("label_need"), share=0.38),
        Column(text.passage("label_by"), share=0.2),
    )
    rows = tuple(
        (f"«{goal.words.strip()}»", goal.need, _day(goal.target_on) if goal.target_on else "")
        for goal in goals
    )
    table = (Table(columns, rows),) if rows else ()
    return (*table, *_said(paper.known.draft.resources, text.passage("resources")))


def _participants(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    columns = (
        Column(text.passage("label_name"), share=0.34),
        Column(text.passage("label_capacity"), share=0.42),
        Column(text.passage("label_phone"), share=0.24),
    )
    others = tuple(
        (
            each.draft.name,
            ", ".join(part for part in (each.draft.capacity, each.unit_name) if part),
            telephone(each.draft.phone),
        )
        for each in paper.known.taking_part
    )
    return (Table(columns, ((paper.name, text.passage("me"), ""), *others)),)


def _responsible(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    known = paper.known
    return (
        *_said(known.draft.prepared_by, text.passage("prepared_by")),
        *_said(known.coordinator, text.passage("coordinates")),
    )


def _contributions(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    draft = paper.known.draft
    none = (Paragraph(text.passage("no_relatives")),)
    return (
        *_said(draft.own_contribution, text.passage("own")),
        *_said(draft.services_contribution, text.passage("services")),
        *(_said(draft.relatives_contribution, text.passage("relatives")) or none),
    )


def _measures(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    columns = (
        Column(text.passage("label_measure"), share=0.3),
        Column(text.passage("label_extent"), share=0.19),
        Column(text.passage("label_who"), share=0.25),
        Column(text.passage("label_when"), share=0.26),
    )
    extents = paper.known.extents
    rows = tuple(
        (_words(line, text), extents.get(line.measure, ""), line.who, line.when)
        for line in rules.lines(paper.known)
    )
    return (Table(columns, rows),) if rows else ()


def _words(line: MeasureLine, text: Text) -> str:
    if not line.vedtak:
        return line.words
    return text.passage("by_decision", words=line.words, number=line.vedtak)


def _carried_out(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    return _said(paper.known.draft.carried_out)


def _coordinators(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    offers = (paper.known.offers.get(post) for post in CoordinatorPost)
    columns = (
        Column(text.passage("label_post"), share=0.34),
        Column(text.passage("label_answer"), share=0.66),
    )
    rows = tuple(
        (text.passage(f"post_{each.post}"), _answer(each.answer, each.since, each.name, text))
        for each in offers
        if each is not None
    )
    return (Table(columns, rows),) if rows else ()


def _answer(answer: str, since: date, name: str, text: Text) -> str:
    key = f"answer_{answer}"
    facts = {"day": _day(since), "name": name}
    return text.passage(key, **{each: facts[each] for each in text.placeholders(key)})


def _period(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    draft = paper.known.draft
    blocks: tuple[Block, ...] = ()
    if draft.starts_on and draft.ends_on:
        days = {"start": _day(draft.starts_on), "end": _day(draft.ends_on)}
        blocks = (Paragraph(text.passage("period", **days)),)
    if not draft.revise_on:
        return blocks
    days_said = Bullets(tuple(_day(day) for day in sorted(draft.revise_on)))
    return (*blocks, Paragraph(text.passage("revise")), days_said)


def _consent(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    known = paper.known
    if known.consent is None or not known.agreed:
        return ()
    given = _until("consent_given", "consent_open", known.consent, text)
    shares = [
        Paragraph(_until("share_with", "share_with_open", share, text)) for share in known.shares
    ]
    return (
        Paragraph(given),
        *(shares or [Paragraph(text.passage("share_none"))]),
        Paragraph(text.passage("consent_take_back")),
    )


def _until(ends: str, runs: str, consent: GivenConsent, text: Text) -> str:
    """The sentence with or without a last day."""
    whom = consent.body.strip().rstrip(".") or text.passage("share_all")
    facts = {"day": _day(consent.since), "whom": whom}
    if consent.until is not None:
        facts["until"] = _day(consent.until)
    key = ends if consent.until is not None else runs
    return text.passage(key, **{each: facts[each] for each in text.placeholders(key)})


def _cooperation(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    return _said(paper.known.draft.cooperation)


def _child(paper: IndividualPlanPaper, text: Text) -> tuple[Block, ...]:
    return _said(paper.known.draft.child_participation)


def _signed(paper: IndividualPlanPaper, text: Text) -> KeepTogether:
    coordinator = paper.known.coordinator or paper.sender.officer_name
    signers = (
        Signer(paper.name, act=text.passage("sign_person")),
        Signer(coordinator, act=text.passage("sign_coordinator")),
    )
    return KeepTogether(
        (
            Heading(text.passage("heading_sign")),
            Paragraph(text.passage("sign_before")),
            Signatures(signers, part=SIGNED),
        )
    )


def _day(day: date) -> str:
    return day_and_year(day)


_Make = Callable[[IndividualPlanPaper, Text], tuple[Block, ...]]
_MAKERS: tuple[tuple[IndividualPlanPart, _Make], ...] = (
    (IndividualPlanPart.GOALS, _goals),
    (IndividualPlanPart.PARTICIPANTS, _participants),
    (IndividualPlanPart.RESPONSIBLE, _responsible),
    (IndividualPlanPart.CONTRIBUTIONS, _contributions),
    (IndividualPlanPart.MEASURES, _measures),
    (IndividualPlanPart.CARRIED_OUT, _carried_out),
    (IndividualPlanPart.COORDINATORS, _coordinators),
    (IndividualPlanPart.PERIOD, _period),
    (IndividualPlanPart.CONSENT, _consent),
    (IndividualPlanPart.COOPERATION, _cooperation),
    (IndividualPlanPart.CHILD, _child),
)
