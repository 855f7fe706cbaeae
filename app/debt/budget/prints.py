"""The budget on one page: where the money goes, and the numbers beside each other. Pure."""

from app.applications.intake.model import IncomeKind
from app.core.ages import age
from app.core.days import day_and_year, month_in_words
from app.core.money import Ore, format_kroner, format_letter, format_sums
from app.debt.budget.model import BudgetLine, BudgetPart, LivingBasis, LivingKind
from app.debt.budget.print_model import BudgetPaper
from app.debt.budget.share_print import shared
from app.debt.economy.model import CostKind
from app.documents.chart_model import Bar, Bars, Segment
from app.documents.model import (
    Align,
    Beside,
    Block,
    Column,
    Document,
    Form,
    Heading,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.settings.letterhead import letterhead, whom_to_ring

LEFT = "GJ-04 hva som er igjen"
PICTURE = "GJ-04 hvor pengene går"
INCOMES = "GJ-04 inntekter"
COSTS = "GJ-04 utgifter"
LIVING = "GJ-04 hva livsopphold er regnet etter"
ASK = "hvem du kan spørre"
PARTS = (LEFT, PICTURE, INCOMES, COSTS, LIVING, ASK)

MOST_SEGMENTS = 4
MANY_ROWS = 9
MOST_IN_WORDS = 12

Blocks = tuple[Block, ...]


def budget_sheet(paper: BudgetPaper, text: Text) -> Document:
    """The whole sheet; `text` is «budget» in the person's language."""
    sender = paper.sender
    return Document(
        title=_title(paper.budget.available, text),
        language=sender.language.value,
        issued=sender.issued,
        reference=paper.number,
        letterhead=letterhead(sender.office),
        blocks=(
            _left(paper, text),
            Heading(text.passage("heading_picture")),
            _picture(paper, text),
            _tables(paper, text),
            *_deviations(paper, text),
            *shared(paper, text),
            *_ahead(paper, text),
        ),
        requires=() if sender.draft else PARTS,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=_whose(paper, text),
        footer=text.passage("footer", number=paper.number, edition=str(paper.edition)),
        file_title=text.passage("kind"),
    )


def _title(available: Ore, text: Text) -> str:
    if available == 0:
        return text.passage("title_nothing")
    key = "title_left" if available > 0 else "title_short"
    return text.passage(key, sum=format_kroner(Ore(abs(available))))


def _whose(paper: BudgetPaper, text: Text) -> str:
    month = month_in_words(paper.budget.version.counted_for)
    children = paper.children
    if not children:
        return text.passage("whose", name=paper.name, month=month)
    many = text.passage("one_child") if children == 1 else _several(children, text)
    return text.passage("whose_children", name=paper.name, children=many, month=month)


def _several(children: int, text: Text) -> str:
    words = children <= MOST_IN_WORDS
    number = text.passage(f"number_{children}") if words else str(children)
    return text.passage("children", number=number)


def _left(paper: BudgetPaper, text: Text) -> Paragraph:
    available = paper.budget.available
    key = "left" if available > 0 else "nothing" if available == 0 else "short"
    facts = {"sum": format_letter(Ore(-available))} if key == "short" else {}
    return Paragraph(text.passage(key, **facts), part=LEFT)


# the picture


def _picture(paper: BudgetPaper, text: Text) -> Bars:
    budget = paper.budget
    came, went = format_kroner(budget.income), format_kroner(budget.out)
    out = [
        (_living_label(paper, text), budget.living),
        (_home_label(paper, text), budget.home),
        (text.passage("bar_children"), budget.childcare),
        (text.passage("bar_agreed"), budget.agreed),
    ]
    segments = [Segment(label, sum_, format_kroner(sum_)) for label, sum_ in out if sum_]
    if budget.available > 0:
        left = budget.available
        segments.append(Segment(text.passage("bar_left"), left, format_kroner(left), left=True))
    alt = text.passage("alt", income=came, out=went, found=_title(budget.available, text))
    bars = (
        Bar(text.passage("bar_in", sum=came), _incomes(paper, text)),
        Bar(text.passage("bar_out", sum=went), tuple(segments)),
    )
    return Bars(bars, alt, part=PICTURE)


def _incomes(paper: BudgetPaper, text: Text) -> tuple[Segment, ...]:
    """The largest first; what is small stands together."""
    sums: dict[str, Ore] = {}
    for line in paper.budget.of(BudgetPart.INCOME):
        kind = _kind(line, text)
        sums[kind] = Ore(sums.get(kind, 0) + line.amount)
    kinds = sorted(sums.items(), key=lambda each: -each[1])
    shown = kinds if len(kinds) <= MOST_SEGMENTS else kinds[: MOST_SEGMENTS - 1]
    found = [Segment(kind, amount, format_kroner(amount)) for kind, amount in shown]
    rest = Ore(sum(amount for _, amount in kinds[len(shown) :]))
    if rest:
        found.append(Segment(text.passage("bar_others"), rest, format_kroner(rest)))
    return tuple(found)


def _living_label(paper: BudgetPaper, text: Text) -> str:
    basis = paper.budget.version.living
    return text.passage("bar_rates" if basis is LivingBasis.RATES else "bar_reference")


def _home_label(paper: BudgetPaper, text: Text) -> str:
    homes = paper.budget.of(BudgetPart.HOME)
    alone = len(homes) == 1 and not paper.budget.of(BudgetPart.POWER)
    return _kind(homes[0], text) if alone else text.passage("bar_home")


# the numbers


def _tables(paper: BudgetPaper, text: Text) -> Beside:
    budget = paper.budget
    incomes = budget.of(BudgetPart.INCOME)
    costs = tuple(line for line in budget.lines if line.part is not BudgetPart.INCOME)
    many = max(len(incomes), len(costs)) + len(paper.offers) > MANY_ROWS
    dense = many or bool(paper.offers)
    came = _kinds(incomes, paper, text) if many else _rows(incomes, paper, text)
    went = _joined(costs, paper, text) if many else _rows(costs, paper, text)
    left = _table(came, (budget.income, "sum_in", INCOMES), text, dense=dense)
    right = _table(went, (budget.out, "sum_out", COSTS), text, dense=dense)
    return Beside(
        (Heading(text.passage("heading_incomes")), left, *_living(paper, text)),
        (Heading(text.passage("heading_costs")), right),
    )


Rows = list[tuple[str, Ore]]


def _rows(lines: tuple[BudgetLine, ...], paper: BudgetPaper, text: Text) -> Rows:
    return [(_words(line, paper, text), line.amount) for line in lines]


def _kinds(lines: tuple[BudgetLine, ...], paper: BudgetPaper, text: Text) -> Rows:
    """Incomes of one kind in one line, as the child benefit of two children."""
    found: dict[str, Ore] = {}
    for line in lines:
        same = sum(each.kind is line.kind for each in lines) > 1 and line.kind is not None
        words = _kind(line, text) if same else _words(line, paper, text)
        found[words] = Ore(found.get(words, 0) + line.amount)
    return list(found.items())


def _joined(lines: tuple[BudgetLine, ...], paper: BudgetPaper, text: Text) -> Rows:
    """All children in one line, where the page has no room for a line for each."""
    here = [line for line in lines if line.child and line.child.contact_class is None]
    visiting = [line for line in lines if line.child and line.child.contact_class is not None]
    found: Rows = []
    for key, children in (("living_children", here), ("living_contacts", visiting)):
        if children:
            many = (
                text.passage("one_child") if len(children) == 1 else _several(len(children), text)
            )
            total = Ore(sum(line.amount for line in children))
            found.append((text.passage(key, children=many), total))
    others = tuple(line for line in lines if not line.child)
    at = sum(line.part is not BudgetPart.AGREED for line in others)
    rows = _rows(others, paper, text)
    return [*rows[:at], *found, *rows[at:]]


def _table(rows: Rows, total: tuple[Ore, str, str], text: Text, *, dense: bool) -> Table:
    sums = format_sums([*(amount for _, amount in rows), total[0]], unit=False)
    return Table(
        (
            Column(text.passage("column_what"), share=0.62),
            Column(text.passage("column_sum"), Align.RIGHT, share=0.38),
        ),
        tuple((words, sum_) for (words, _), sum_ in zip(rows, sums[:-1], strict=True)),
        total=(text.passage(total[1]), sums[-1]),
        dense=dense,
        part=total[2],
    )


def _words(line: BudgetLine, paper: BudgetPaper, text: Text) -> str:
    if isinstance(line.kind, LivingKind):
        return _living_words(line, line.kind, paper, text)
    if line.kind is None:
        return line.told
    kind = _kind(line, text)
    return f"{kind}, {line.told}" if line.told else kind


def _living_words(line: BudgetLine, kind: LivingKind, paper: BudgetPaper, text: Text) -> str:
    child = line.child
    if child is None:
        return text.passage(f"living_{kind}")
    years = str(age(child.birth_date, paper.budget.version.counted_for))
    key = "living_child" if child.contact_class is None else "living_contact"
    words = text.passage(key, years=years)
    return text.passage("cut", words=words) if line.full is not None else words


def _kind(line: BudgetLine, text: Text) -> str:
    if isinstance(line.kind, IncomeKind):
        return text.passage(f"income_{line.kind}")
    if isinstance(line.kind, CostKind):
        return text.passage(f"cost_{line.kind}")
    return line.told


# what it rests on


def _living(paper: BudgetPaper, text: Text) -> Blocks:
    budget = paper.budget
    if budget.version.living is LivingBasis.REFERENCE:
        return (Paragraph(text.passage("by_reference"), small=True, part=LIVING),)
    if budget.rates_since is None:
        return ()
    day = day_and_year(budget.rates_since)
    return (Paragraph(text.passage("by_rates", day=day), small=True, part=LIVING),)


def _deviations(paper: BudgetPaper, text: Text) -> Blocks:
    """Where another sum than the rate is used, and why (rules 6.3)."""
    if paper.budget.version.living is LivingBasis.REFERENCE:
        return ()
    return tuple(
        Paragraph(
            text.passage("deviation", words=_words(line, paper, text), reason=line.reason),
            small=True,
        )
        for line in paper.budget.of(BudgetPart.LIVING)
        if line.change
    )


def _ahead(paper: BudgetPaper, text: Text) -> Blocks:
    words, meeting = paper.draft.words.strip(), paper.draft.next_meeting.strip()
    ring = whom_to_ring(paper.sender, text)
    said = (Paragraph(words),) if words else ()
    meet = (Paragraph(meeting, lead=text.passage("next_meeting")),) if meeting else ()
    ask = (Paragraph(ring, part=ASK),) if ring else ()
    if meet and ask:
        return (*said, Beside(meet, ask, share=0.55))
    return (*said, *meet, *ask)
