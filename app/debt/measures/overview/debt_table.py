"""All that is owed, creditor by creditor, with what the namsfogd needs of each claim. Pure."""

from app.core.days import short_day
from app.core.money import Ore, format_kroner, format_sums
from app.core.text import percent
from app.debt.measures.overview.model import ClaimLine, Overview
from app.documents.model import Align, Block, Column, Heading, Paragraph, Table
from app.documents.texts import Text

LONGEST = 7
"""Sums with more signs than these make room for themselves."""
SHARES = (0.25, 0.26, 0.15, 0.11, 0.12, 0.11)


def debt_blocks(overview: Overview, text: Text, part: str) -> tuple[Block, ...]:
    """The claims with their sum; several lines in a cell where there is more to tell."""
    claims = overview.open_claims
    heading = Heading(text.passage("heading_debt"))
    if not claims:
        return (heading, Paragraph(text.passage("no_debt")))
    columns = ("creditor", "claim", "stage", "principal", "extra", "owed")
    sums = _sums(claims, overview.owed)
    large = any(len(each) > LONGEST for row in sums for each in row)
    shares = (0.0,) * len(columns) if large else SHARES
    return (
        heading,
        Table(
            tuple(
                Column(
                    text.passage(f"column_{name}"),
                    Align.RIGHT if at > 2 else Align.LEFT,
                    share=share,
                )
                for at, (name, share) in enumerate(zip(columns, shares, strict=True))
            ),
            tuple(
                (_creditor(each, text), _claim(each, text), _stage(each, text), *told)
                for each, told in zip(claims, sums, strict=False)
            ),
            total=(text.passage("sum_owed"), "", "", *sums[-1]),
            dense=True,
            part=part,
        ),
    )


def _sums(claims: tuple[ClaimLine, ...], owed: Ore) -> tuple[tuple[str, str, str], ...]:
    """Principal, interest with costs, and all, for each; the sums of all stand last."""
    mains = [each.claim.sums.principal for each in claims]
    extras = [Ore(each.claim.sums.interest + each.claim.sums.costs) for each in claims]
    totals = [each.claim.owed for each in claims]
    return tuple(
        zip(
            format_sums([*mains, Ore(sum(mains))], unit=False),
            format_sums([*extras, Ore(sum(extras))], unit=False),
            format_sums([*totals, owed], unit=False),
            strict=True,
        )
    )


def _creditor(line: ClaimLine, text: Text) -> str:
    """Whom it is owed to, and who collects it."""
    name, collector = line.claim.creditor_name, line.claim.collector_name
    return f"{name}\n{text.passage('collector', name=collector)}" if collector else name


def _claim(line: ClaimLine, text: Text) -> str:
    """What it is, since when and at what interest, and where the creditor is reached."""
    draft = line.claim.draft
    since = []
    if draft.incurred_on is not None:
        since.append(text.passage("incurred", day=short_day(draft.incurred_on)))
    if draft.rate is not None:
        since.append(text.passage("rate", rate=percent(draft.rate)))
    reference = draft.reference.strip()
    lines = (
        text.passage(f"claim_{line.claim.kind}"),
        ", ".join(since),
        text.passage("reference", number=reference) if reference else "",
        line.address,
    )
    return "\n".join(each for each in lines if each)


def _stage(line: ClaimLine, text: Text) -> str:
    draft = line.claim.draft
    found = [text.passage(f"stage_{draft.stage}")]
    if draft.attached:
        found.append(text.passage("attached", sum=format_kroner(draft.attached)))
    if draft.secured:
        found.append(text.passage("secured", what=draft.security.strip() or "–"))
    if draft.disputed:
        found.append(text.passage("disputed"))
    return "\n".join(found)
