"""The agreement on instalments: from the record to one sheet both sign. Pure (DOC-23)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from app.arrears.instalments.model import AgreedClaim, InstalmentPaper, Part
from app.core.days import day_and_year, short_day
from app.core.money import Ore, format_letter, format_sums
from app.core.numbers import NumberKind
from app.decisions.stationery import written
from app.documents.form_model import Signatures, Signer
from app.documents.model import (
    Align,
    Beside,
    Block,
    Column,
    Document,
    Form,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.leases.prints import kid_words
from app.settings.letterhead import letterhead, telephone

SUM = "DOC-23 hva som skal betales"
PLAN = "DOC-23 avdrag med beløp og dag"
RENT = "DOC-23 leien betales ved siden av"
WHERE = "DOC-23 konto"
BREACH = "DOC-23 hvis et avdrag ikke blir betalt"
CALL = "DOC-23 hvem man ringer"
SIGNED = "DOC-23 underskrifter"
PARTS = (SUM, PLAN, RENT, WHERE, BREACH, CALL, SIGNED)
MANY = 6
"""As many instalments stand below each other before there is another column."""
CLAIMS = 3
"""As many claims are named one by one; the older ones are summed."""

TWO = 2
"""In more columns than these there is room for a day in digits alone."""

Blocks = tuple[Block, ...]
Written = Callable[[date], str]


def instalment_agreement(paper: InstalmentPaper, text: Text) -> Document:
    """The whole agreement; `text` is «instalment_agreement» in the tenant's language."""
    sender = paper.sender
    return Document(
        title=text.passage("title"),
        language=sender.language.value,
        issued=sender.issued,
        reference=paper.number,
        letterhead=letterhead(sender.office),
        lead=_who(paper, text),
        blocks=(
            Beside(_sum(paper, text), (*_where(paper, text), *_rent(paper, text)), share=0.58),
            *_plan(paper, text),
            Beside(_missed(paper, text), _also(paper, text), share=0.58),
            _signatures(paper, text),
        ),
        requires=() if sender.draft else PARTS,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
        footer=text.passage("footer", number=paper.number),
        file_title=text.passage("kind"),
    )


def _who(paper: InstalmentPaper, text: Text) -> str:
    us = paper.sender.office.municipality
    return text.passage("between", tenant=paper.name, number=paper.lease_number, us=us)


def _sum(paper: InstalmentPaper, text: Text) -> Blocks:
    """The sum, and what it is made of."""
    said = text.passage("sum", total=format_letter(paper.total))
    lines = _claim_lines(paper.claims, CLAIMS - (len(paper.parts) > TWO * MANY), text)
    rest = paper.total - sum(each.amount for each in paper.claims)
    if rest:
        lines = (*lines, (text.passage("not_in"), Ore(rest)))
    *sums, whole = format_sums((*(ore for _, ore in lines), paper.total))
    rows = tuple((what, ore) for (what, _), ore in zip(lines, sums, strict=True))
    table = Table(
        columns=(
            Column(text.passage("column_claim")),
            Column(text.passage("column_sum"), Align.RIGHT),
        ),
        rows=rows,
        total=(text.passage("total"), whole),
        dense=True,
        part=SUM,
    )
    heading = Heading(text.passage("heading_sum"))
    return (heading, Paragraph(said), *((table,) if paper.claims else ()))


def _claim_lines(
    claims: tuple[AgreedClaim, ...], most: int, text: Text
) -> tuple[tuple[str, Ore], ...]:
    """The newest one by one; what is older in one line, so that it stays one page."""
    first_named = len(claims) - most + 1 if len(claims) > most else 0
    older, named = claims[:first_named], claims[first_named:]
    lines = tuple((_claim(each, text), each.amount) for each in named)
    if not older:
        return lines
    words = text.passage("older", count=str(len(older)), day=day_and_year(older[0].due_on))
    return ((words, Ore(sum(each.amount for each in older))), *lines)


def _claim(claim: AgreedClaim, text: Text) -> str:
    return text.passage(f"claim_{claim.kind.value}", day=day_and_year(claim.due_on))


def _plan(paper: InstalmentPaper, text: Text) -> Blocks:
    if not paper.parts:
        return ()
    groups = _groups(paper.parts)
    written_day = short_day if len(groups) > TWO else day_and_year
    exact = iter(format_sums(each.amount for each in paper.parts))
    shown = _columns([_part_table(group, written_day, exact, text) for group in groups])
    return (KeepTogether((Heading(text.passage("heading_plan")), shown), part=PLAN),)


def _groups(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """Beside each other where they are many, so that it stays one page."""
    columns = 1 + (len(parts) > MANY) + (len(parts) > TWO * MANY)
    rows = -(-len(parts) // columns)
    return [parts[at : at + rows] for at in range(0, len(parts), rows)]


def _columns(tables: Sequence[Block]) -> Block:
    if len(tables) == 1:
        return tables[0]
    return Beside((tables[0],), (_columns(tables[1:]),), share=1 / len(tables))


def _any_moved(parts: tuple[Part, ...]) -> bool:
    return any(each.moved_to != each.due_on for each in parts)


def _part_table(
    parts: tuple[Part, ...], written_day: Written, sums: Iterator[str], text: Text
) -> Table:
    return Table(
        columns=(
            Column(text.passage("column_number")),
            Column(text.passage("column_day")),
            Column(text.passage("column_sum"), Align.RIGHT),
        ),
        rows=tuple((str(each.number), written_day(each.moved_to), next(sums)) for each in parts),
        dense=True,
    )


def _where(paper: InstalmentPaper, text: Text) -> Blocks:
    if not paper.account:
        return ()
    lines = "\n".join(where_lines(paper.account, paper.kid, paper.lease_number, text))
    return (Heading(text.passage("heading_where")), Paragraph(lines, part=WHERE))


def where_lines(account: str, kid: str, lease_number: str, text: Text) -> tuple[str, str]:
    """The account, and what the payment is marked with."""
    marked = (
        text.passage("kid", kid=kid_words(kid))
        if kid
        else text.passage("mark", number=lease_number)
    )
    return text.passage("account", account=written(account, NumberKind.ACCOUNT)), marked


def _rent(paper: InstalmentPaper, text: Text) -> Blocks:
    heading = Heading(text.passage("heading_rent"))
    name = "rent_kept" if paper.rent is None else "rent_kept_sum"
    rent = {} if paper.rent is None else {"rent": format_letter(paper.rent)}
    return (heading, Paragraph(text.passage(name, **rent), part=RENT))


def _missed(paper: InstalmentPaper, text: Text) -> Blocks:
    """Call first; then what may follow, plainly and without a threat."""
    inner: list[Block] = [Heading(text.passage("heading_missed"))]
    office = paper.sender.office
    if office.phone and paper.sender.officer_name:
        phone = telephone(office.phone)
        said = text.passage("call", officer=paper.sender.officer_name, phone=phone)
        inner.append(Paragraph(said, part=CALL))
    return (*inner, Paragraph(text.passage("missed"), part=BREACH))


def _also(paper: InstalmentPaper, text: Text) -> Blocks:
    """What is good to know, and what else was agreed."""
    moved = (Paragraph(text.passage("moved")),) if _any_moved(paper.parts) else ()
    own = (Paragraph(f"{text.passage('also')} {paper.words.strip()}"),)
    return (
        Heading(text.passage("heading_also")),
        Paragraph(f"{text.passage('plan_end')} {text.passage('sign_before')}"),
        *moved,
        *(own if paper.words.strip() else ()),
    )


def _signatures(paper: InstalmentPaper, text: Text) -> Signatures:
    ours = paper.sender.officer_name or paper.sender.office.name
    signers = (
        Signer(paper.name, act=text.passage("sign_tenant")),
        Signer(ours, act=text.passage("sign_us", municipality=paper.sender.office.municipality)),
    )
    return Signatures(signers, part=SIGNED)
