"""«Saksframstilling»: a household on one or two pages, for the office and the meeting. Pure."""

from collections.abc import Iterator
from datetime import date, datetime

from app.core.ages import age
from app.core.days import day_and_year, short_day
from app.core.money import format_kroner
from app.core.records import dataclass
from app.core.text import grouped
from app.core.words import word
from app.documents.model import (
    Block,
    Bullets,
    Column,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    Item,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.leases.expiry.model import StepKind
from app.overview.household.model import Decided, Happening, HouseholdView, LeaseView, Promise
from app.overview.household.telling import details, headline
from app.people.model import Member, Role
from app.settings.letterhead import letterhead
from app.settings.model import OfficeProfile

PARTS = ("hvem", "på spill", "bestemt", "kommer", "skjedd", "taushetsplikt")
_EARLY = frozenset({StepKind.BEGINS, StepKind.HALF_WAY, StepKind.EXIT_PLAN})
"""Steps of a term that runs well: nothing is at stake yet."""
MOST_HAPPENED, MOST_DECIDED, MOST_WORDS = 24, 4, 110


@dataclass(frozen=True, slots=True, repr=False)
class AccountPaper:
    """What the paper is made of."""

    office: OfficeProfile
    issued: datetime
    view: HouseholdView


def case_account(paper: AccountPaper, text: Text) -> Document:
    """The whole paper; `text` is «case_account» in the office's language."""
    view = paper.view
    return Document(
        title=text.passage("title", name=view.person.name or "–"),
        lead=text.passage("lead", day=day_and_year(view.on)),
        language=text.language,
        issued=paper.issued,
        reference=text.passage("reference", day=short_day(view.on)),
        letterhead=letterhead(paper.office),
        blocks=(
            Heading(text.passage("heading_who")),
            Facts(tuple(_who(view, text)), part=PARTS[0]),
            Heading(text.passage("heading_stake")),
            _listed(tuple(_stake(view, text)), text.passage("nothing_at_stake"), PARTS[1]),
            Heading(text.passage("heading_decided")),
            _listed(tuple(_decided(view, text)), text.passage("nothing_decided"), PARTS[2]),
            Heading(text.passage("heading_next")),
            _next(view, text),
            Heading(text.passage("heading_happened")),
            *_happened(view, text),
            Paragraph(text.passage("secrecy"), small=True, part=PARTS[5]),
        ),
        requires=PARTS,
        demo=paper.office.demo,
        form=Form.SHEET,
        kind=text.passage("kind"),
        file_title=text.passage("file_title"),
    )


def _listed(items: tuple[str | Item, ...], nothing: str, part: str) -> Block:
    return Bullets(items, part=part) if items else Paragraph(nothing, part=part)


def _who(view: HouseholdView, text: Text) -> Iterator[Fact]:
    person = view.person
    yield Fact(text.passage("label_name"), person.name or "–")
    if person.birth_date is not None:
        yield Fact(text.passage("label_born"), short_day(person.birth_date))
    others = [_member(each, view.on, text) for each in _others(view)]
    yield Fact(text.passage("label_household"), "; ".join(others) or text.passage("alone"))
    yield from _home(view, text)
    level, owner = view.level, view.owner
    yield Fact(
        text.passage("label_level"),
        text.passage("no_level")
        if level is None
        else text.passage(
            "level", number=str(level.level.value), words=word(level.level, text.language)
        ),
    )
    told = () if owner is None else (owner.coordinator, owner.phone)
    words = ", ".join(each for each in told if each)
    yield Fact(text.passage("label_owner"), words or text.passage("no_owner"))


def _others(view: HouseholdView) -> tuple[Member, ...]:
    members = view.household.members if view.household is not None else ()
    there = set(view.people) - {view.person.id}
    return tuple(each for each in members if each.person in there)


def _member(member: Member, day: date, text: Text) -> str:
    born = member.birth_date
    years = text.passage("age", age=str(age(born, day))) if born else ""
    return ", ".join(
        each for each in (member.name, word(member.role, text.language), years) if each
    )


def _home(view: HouseholdView, text: Text) -> Iterator[Fact]:
    """Where, for how much and how long; nothing that tells where when it may not be told."""
    holds = [each.row for each in view.leases if each.row.state.holds]
    label = text.passage("label_home")
    if view.hidden:
        yield Fact(label, text.passage("hidden_home"))
    elif not holds:
        yield Fact(label, text.passage("no_home"))
    for row in holds:
        if not view.hidden:
            yield Fact(label, f"{row.address or row.number} ({word(row.state, text.language)})")
        if row.rent is not None:
            told = text.passage("rent", rent=format_kroner(row.rent))
            yield Fact(text.passage("label_rent"), told)
        if row.start is not None:
            start, end = short_day(row.start), row.last_day
            told = (
                text.passage("term", start=start, end=short_day(end))
                if end is not None
                else text.passage("open_term", start=start)
            )
            yield Fact(text.passage("label_term"), told)


def _stake(view: HouseholdView, text: Text) -> Iterator[str]:
    """What may be lost, worst first; children before sums."""
    cases = [case for case in view.evictions if case.open]
    children = sum(each.role is Role.CHILD for each in _others(view))
    for case in cases:
        yield text.passage("eviction", step=word(case.step, text.language))
        if case.threatened and case.eviction_on is not None:
            yield text.passage("eviction_day", day=day_and_year(case.eviction_on))
        if case.threatened and case.comment_until and case.comment_until >= view.on:
            yield text.passage("comment", day=day_and_year(case.comment_until))
    if children and (cases or any(lease.owed for lease in view.leases)):
        yield text.passage("children", count=grouped(children))
    for lease in view.leases:
        yield from _lease_stake(lease, view.on, text)
    for row in view.advice:
        if row.case.open:
            yield text.passage(
                "advice", state=word(row.case.stage or row.case.state, text.language)
            )


def _lease_stake(lease: LeaseView, day: date, text: Text) -> Iterator[str]:
    if lease.owed is not None and lease.owed.since is not None:
        since = day_and_year(lease.owed.since)
        yield text.passage("owed", sum=format_kroner(lease.owed.total), day=since)
    if lease.ladder is None or lease.row.end is None:
        return
    safe, now = lease.ladder.last_safe_day, lease.ladder.now(day)
    if now is not None and now.kind not in _EARLY:
        yield text.passage("term_ends", day=day_and_year(lease.row.end))
        if safe is not None and safe >= day:
            yield text.passage("last_safe", day=day_and_year(safe))


def _decided(view: HouseholdView, text: Text) -> Iterator[str]:
    for each in view.decisions[:MOST_DECIDED]:
        yield _vedtak(each, text)
        for promise in each.promises:
            yield _promise(promise, text, hidden=view.hidden)
    older = len(view.decisions) - MOST_DECIDED
    if older > 0:
        yield text.passage("earlier_decided", count=grouped(older))


def _vedtak(each: Decided, text: Text) -> str:
    row = each.row
    return text.passage(
        "decided",
        number=row.number,
        result=word(row.result, text.language),
        kind=word(row.kind, text.language),
        day=short_day(row.issued_on) if row.issued_on else "–",
    )


def _promise(promise: Promise, text: Text, *, hidden: bool) -> str:
    """Without its words where they could tell where somebody lives."""
    duty = "–" if hidden else promise.duty
    if promise.kept is None or promise.on is None:
        return text.passage("promise_open", duty=duty)
    name = "promise_kept" if promise.kept else "promise_broken"
    return text.passage(name, duty=duty, day=short_day(promise.on))


def _next(view: HouseholdView, text: Text) -> Block:
    found = (*_home_days(view, text), *_help_days(view, text))
    days = sorted(each for each in found if each[0] >= view.on)
    if not days:
        return Paragraph(text.passage("nothing_next"), part=PARTS[3])
    columns = (
        Column(text.passage("column_day"), share=0.24),
        Column(text.passage("column_what"), share=0.76),
    )
    rows = tuple((short_day(day), what) for day, what in dict.fromkeys(days))
    return Table(columns, rows, dense=True, part=PARTS[3])


def _home_days(view: HouseholdView, text: Text) -> Iterator[tuple[date, str]]:
    for case in view.evictions:
        if case.threatened:
            yield from _day(case.comment_until, text.passage("next_comment"))
            yield from _day(case.eviction_on, text.passage("next_eviction"))
    for lease in view.leases:
        if lease.row.state.holds:
            yield from _day(lease.row.last_day, text.passage("next_term"))
        if lease.ladder is not None:
            yield from _day(lease.ladder.last_safe_day, text.passage("next_safe"))


def _help_days(view: HouseholdView, text: Text) -> Iterator[tuple[date, str]]:
    plan = view.plan
    if plan is not None and not plan.state.over:
        yield from _day(plan.draft.next_talk_on, text.passage("next_talk"))
        yield from _day(plan.draft.evaluation_on, text.passage("next_evaluation"))
        yield from _day(plan.draft.target_on, text.passage("next_plan"))
    for row in view.advice:
        if row.step is not None:
            yield from _day(row.on, text.passage("next_advice", step=word(row.step, text.language)))
    for consent in view.consents:
        if consent.holds(view.on):
            yield from _day(
                consent.until,
                text.passage("next_consent", scope=word(consent.scope, text.language)),
            )


def _day(day: date | None, what: str) -> Iterator[tuple[date, str]]:
    if day is not None:
        yield day, what


def _happened(view: HouseholdView, text: Text) -> Iterator[Block]:
    """The newest first; what Nav alone may read is not among it."""
    every = [each for each in view.of(None) if not each.within]
    if not every:
        yield Paragraph(text.passage("nothing_happened"), part=PARTS[4])
        return
    columns = (
        Column(text.passage("column_day"), share=0.16),
        Column(text.passage("column_what"), share=0.84),
    )
    rows = tuple((short_day(each.on), _line(each, view, text)) for each in every[:MOST_HAPPENED])
    yield Table(columns, rows, dense=True, part=PARTS[4])
    if len(every) > MOST_HAPPENED:
        older = grouped(len(every) - MOST_HAPPENED)
        yield Paragraph(text.passage("older", count=older), small=True)


def _line(each: Happening, view: HouseholdView, text: Text) -> str:
    """What and what is known of it; whose, when it is another's."""
    names = dict(view.names)
    whose = "" if each.person == view.person.id else f" ({names.get(each.person, '–')})"
    more = " · ".join(details(each, text.language))
    cut = more if len(more) <= MOST_WORDS else f"{more[:MOST_WORDS].rsplit(' ', 1)[0]} …"
    return f"{headline(each, text.language)}{whose}" + (f". {cut}" if cut else "")
