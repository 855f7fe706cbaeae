"""The overview for the namsfogd: household, income, costs, assets, debt, what is missing. Pure.

It goes with an application for debt settlement (GJ-09, GJ-23, gjeldsordningsloven § 2-1).
"""

from app.core.ages import age
from app.core.days import day_and_year, short_day
from app.core.money import format_kroner, format_letter
from app.core.text import plural
from app.debt.economy.model import BudgetChild, DebtorStatus
from app.debt.measures.overview.debt_table import debt_blocks
from app.debt.measures.overview.economy_tables import cost_blocks, income_blocks, owned_blocks
from app.debt.measures.overview.model import Overview
from app.debt.measures.overview.rules import OverviewLack, lacks
from app.documents.form_model import Signatures, Signer
from app.documents.model import (
    Beside,
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    KeepTogether,
    Paragraph,
)
from app.documents.texts import Text
from app.settings.letterhead import letterhead, telephone, whom_to_ring

WHO = "GJ-23 hvem det gjelder"
HOUSEHOLD = "GJ-23 husstanden"
MISSING = "GJ-23 hva som mangler"
CALL = "hvem som kan ringes"
SIGNED = "underskrift"
PARTS = (
    WHO,
    HOUSEHOLD,
    "GJ-23 inntekter",
    "GJ-23 utgifter",
    "GJ-23 eiendeler",
    "GJ-23 gjeld",
    MISSING,
    CALL,
    SIGNED,
)
Blocks = tuple[Block, ...]
FEW = 4
"""What is missing stands on the page that is signed when it is no more than this."""


def namsfogd_overview(overview: Overview, text: Text, budget: Text) -> Document:
    """The whole sheet; `text` is «namsfogd_overview», `budget` words incomes and costs."""
    sender = overview.sender
    return Document(
        title=text.passage("title"),
        language=sender.language.value,
        issued=sender.issued,
        reference=overview.number,
        letterhead=letterhead(sender.office),
        lead=_lead(overview, text),
        blocks=(
            *_who(overview, text),
            *income_blocks(overview, text, budget, PARTS[2]),
            *cost_blocks(overview, text, budget, PARTS[3]),
            *owned_blocks(overview, text, PARTS[4]),
            *debt_blocks(overview, text, PARTS[5]),
            *_story(overview, text),
            *_missing_and_end(overview, text),
        ),
        requires=() if sender.draft else PARTS,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
        footer=text.passage("footer", number=overview.number, day=day_and_year(overview.on)),
        file_title=text.passage("kind"),
    )


def _lead(overview: Overview, text: Text) -> str:
    """How much to how many, and what there is to pay with."""
    claims = overview.open_claims
    receivers = len({each.claim.creditor for each in claims})
    creditors = plural(receivers, text.passage("one_creditor"), text.passage("creditors"))
    said = [
        text.passage(
            "owes",
            name=overview.name,
            sum=format_letter(overview.owed),
            creditors=creditors,
            day=day_and_year(overview.on),
        )
    ]
    left = overview.available
    if left is not None:
        key = "left" if left > 0 else "nothing_left"
        said.append(text.passage(key, sum=format_letter(left)))
    return " ".join(said)


# whom it is about


def _who(overview: Overview, text: Text) -> Blocks:
    hidden = text.passage("by_hand") if overview.hidden else ""
    facts = (
        Fact(text.passage("label_name"), overview.name),
        Fact(text.passage("label_national_id"), overview.national_id),
        Fact(text.passage("label_address"), "\n".join(overview.address) or hidden),
        Fact(text.passage("label_phone_own"), telephone(overview.phone)),
        Fact(text.passage("label_work"), overview.draft.work.strip()),
        Fact(text.passage("label_case"), overview.case_number),
    )
    known = tuple(each for each in facts if each.value)
    left = (Heading(text.passage("heading_who")), Facts(known, part=WHO))
    home = _household(overview, text)
    return (Beside(left, home),) if home else left


def _household(overview: Overview, text: Text) -> Blocks:
    household = overview.economy.household
    if household is None:
        return ()
    rows = [
        Fact(text.passage("label_status"), text.passage(f"status_{household.status}")),
        Fact(text.passage("label_adults"), str(household.adults)),
    ]
    here = [each for each in household.children if each.contact_class is None]
    visiting = [each for each in household.children if each.contact_class is not None]
    none = text.passage("none")
    children = "\n".join(_child(each, overview, text) for each in here)
    rows.append(Fact(text.passage("label_children"), children or none))
    if visiting:
        words = "\n".join(_child(each, overview, text) for each in visiting)
        rows.append(Fact(text.passage("label_contact"), words))
    if household.status is not DebtorStatus.SINGLE and overview.draft.partner.strip():
        rows.append(Fact(text.passage("label_partner"), overview.draft.partner.strip()))
    return (Heading(text.passage("heading_household")), Facts(tuple(rows), part=HOUSEHOLD))


def _child(child: BudgetChild, overview: Overview, text: Text) -> str:
    years = text.passage("years", age=str(age(child.birth_date, overview.on)))
    name = f"{child.name}, " if child.name else ""
    if child.contact_class is None:
        return f"{name}{years}"
    contact = text.passage("contact", number=str(child.contact_class))
    return f"{name}{years}, {contact}"


# how it became so, and what was tried


def _story(overview: Overview, text: Text) -> Blocks:
    draft = overview.draft
    told = (
        ("cause", draft.cause),
        ("attempt", _attempts(overview, text)),
        ("given_away", draft.given_away),
        ("sureties", draft.sureties),
        ("rent", _rent(overview, text)),
    )
    rows = tuple(
        Fact(text.passage(f"label_{name}"), words.strip()) for name, words in told if words.strip()
    )
    return (Heading(text.passage("heading_story")), Facts(rows)) if rows else ()


def _attempts(overview: Overview, text: Text) -> str:
    """What the register knows of a settlement out of court, and what was told (GJ-22)."""
    known = [
        text.passage(
            f"attempt_{each.state}",
            day=short_day(each.now.since),
            first=short_day(each.rows[0].since),
        )
        for each in overview.attempts
    ]
    return "\n".join(each for each in (*known, overview.draft.attempt.strip()) if each)


def _rent(overview: Overview, text: Text) -> str:
    """Rent goes on while creditors wait (GJ-26)."""
    rent = overview.rent
    if rent is None:
        return ""
    day = short_day(rent.since)
    if not rent.unpaid:
        return text.passage("rent_paid", day=day)
    return text.passage("rent_unpaid", day=day, sum=format_kroner(rent.unpaid))


# what is missing, and the end


def _missing_and_end(overview: Overview, text: Text) -> Blocks:
    """Nobody signs on a page where nothing else stands, as far as that goes."""
    last = (*_missing(overview, text), *_end(overview, text))
    return (KeepTogether(last),) if len(lacks(overview)) <= FEW else last


def _missing(overview: Overview, text: Text) -> Blocks:
    """Said plainly, so that nobody believes that what is not there is nothing."""
    found = lacks(overview)
    heading = Heading(text.passage("heading_missing"))
    if not found:
        return (heading, Paragraph(text.passage("nothing_missing"), part=MISSING))
    intro = Paragraph(text.passage("missing"))
    lines = tuple(_lack(each, overview, text) for each in found)
    return (KeepTogether((heading, intro)), Bullets(lines, part=MISSING))


def _lack(lack: OverviewLack, overview: Overview, text: Text) -> str:
    said = text.passage(f"lack_{lack}")
    if lack is OverviewLack.PAPERS:
        papers = (text.passage(f"paper_{each}") for each in overview.papers_missing)
        return f"{said} {', '.join(papers)}"
    return said


def _end(overview: Overview, text: Text) -> Blocks:
    found: list[Block] = []
    if overview.papers_come:
        papers = tuple(text.passage(f"paper_{each}") for each in overview.papers_come)
        enclosed = (Heading(text.passage("heading_enclosed")), Bullets(papers))
        found.append(KeepTogether(enclosed))
    ring = whom_to_ring(overview.sender, text)
    if ring:
        found.append(Paragraph(ring, part=CALL))
    signer = Signer(overview.name, act=text.passage("sign"))
    found.append(Signatures((signer,), part=SIGNED))
    return tuple(found)
