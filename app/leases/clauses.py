"""What each of the nineteen clauses says, by its number. Pure (DOC-01)."""

from collections.abc import Callable

from app.core.days import day_and_year, length_in_words, span
from app.core.money import format_kroner
from app.core.numbers import NumberKind
from app.core.records import dataclass
from app.decisions.stationery import written
from app.documents.model import Block, Bullets, Item, Paragraph
from app.documents.texts import Text
from app.dwellings.landlords.model import OwnerTask
from app.leases.model import AgreedException, LeaseKind, LeasePaper, TermBasis
from app.leases.wording import dwelling_words, joined, landlord_named, term_length


@dataclass(frozen=True, slots=True)
class ClauseBody:
    """What stands under a clause's heading; `noted` when the side note belongs to it."""

    blocks: tuple[Block, ...]
    framed: bool = False
    noted: bool = True


def _said(*texts: str, framed: bool = False, noted: bool = True) -> ClauseBody:
    return ClauseBody(tuple(Paragraph(each) for each in texts if each), framed, noted)


def parties(paper: LeasePaper, text: Text) -> ClauseBody:
    """1: who lets and who rents."""
    name, number = landlord_named(paper)
    names = {"landlord": name, "number": number, "tenant": paper.tenant_name}
    return _said(text.passage("parties_numbered" if number else "parties", **names))


def dwelling(paper: LeasePaper, text: Text) -> ClauseBody:
    """2: the dwelling, its state and the keys (HL-07)."""
    keys = _asked(paper, text, OwnerTask.HAND_OVER_KEYS, "keys_owner")
    if paper.dwelling is None:
        return _said(text.passage("dwelling_hand"), keys)
    room = "dwelling_room" if paper.draft.kind is LeaseKind.SINGLE_ROOM else "dwelling"
    return _said(text.passage(room, dwelling=dwelling_words(paper, text)), keys)


def _asked(paper: LeasePaper, text: Text, task: OwnerTask, name: str) -> str:
    """Whom to ask when the owner does it and is not the landlord who writes (C8)."""
    owner = paper.landlord.asked(task)
    if owner is None:
        return ""
    return text.passage(name, name=owner.name, reached=owner.reached or owner.name)


def disadvantaged(paper: LeasePaper, text: Text) -> ClauseBody:
    """3: § 11-1 with each exception that is agreed (HL-51 to HL-55)."""
    draft = paper.draft
    if not draft.for_disadvantaged:
        key = "staff" if draft.kind is LeaseKind.STAFF else "not_disadvantaged"
        return _said(text.passage(key), noted=False)
    agreed = tuple(text.passage(f"exception_{each}") for each in draft.exceptions)
    if not agreed:
        return _said(text.passage("disadvantaged_bare"))
    return ClauseBody((Paragraph(text.passage("disadvantaged")), Bullets(agreed)))


def term(paper: LeasePaper, text: Text) -> ClauseBody:
    """4: first and last day, why shorter, and whether it can be ended early (HL-40 to HL-57)."""
    draft = paper.draft
    if draft.open_ended:
        start = day_and_year(draft.start) if draft.start else "…"
        return _said(
            text.passage("term_is_open", start=start),
            text.passage("open_reason", reason=draft.open_ended_reason),
            noted=False,
        )
    days = span(draft.start, draft.end) if draft.start and draft.end else "…"
    least = length_in_words(paper.periods.least_term, paper.sender.language)
    short = draft.short_reason and AgreedException.SHORTER_TERM in draft.exceptions
    plain = (
        draft.short_reason
        and not draft.for_disadvantaged
        and draft.term_basis is TermBasis.ORDINARY
    )
    shorter = AgreedException.SHORTER_TERM in draft.exceptions
    weighty = draft.weighty_reason if shorter else ""
    basis = f"term_{draft.term_basis}" if draft.term_basis is not TermBasis.ORDINARY else ""
    facts = {"least": least, "reason": draft.short_reason}
    return _said(
        text.passage("term_is_fixed", days=days, length=term_length(paper)),
        text.passage("terminable" if draft.terminable else "not_terminable"),
        text.passage("short_special", **facts) if short else "",
        text.passage("short_objective", **facts) if plain else "",
        text.passage("short_weighty", reason=weighty) if weighty else "",
        text.passage(basis) if basis else "",
        text.passage("refugee") if draft.kind is LeaseKind.REFUGEE else "",
    )


def rent(paper: LeasePaper, text: Text) -> ClauseBody:
    """5: one sum, its day and account, and the accruals that are allowed (HL-10, HL-11)."""
    draft = paper.draft
    sum_ = format_kroner(draft.rent) if draft.rent is not None else "…"
    account = written(draft.account, NumberKind.ACCOUNT)
    lines = [text.passage("rent", rent=sum_, day=str(draft.due_day), account=account)]
    owner = (
        _asked(paper, text, OwnerTask.BILL, "bill_owner"),
        _asked(paper, text, OwnerTask.FOLLOW_ARREARS, "arrears_owner"),
    )
    charges = tuple(
        text.passage(f"charge_{each.kind}", amount=format_kroner(each.amount))
        for each in draft.charges
        if f"charge_{each.kind}" in text.passages
    )
    if not charges:
        return _said(*lines, text.passage("no_charges"), *owner)
    return ClauseBody(
        (
            Paragraph(lines[0]),
            Paragraph(text.passage("charges")),
            Bullets(charges),
            Paragraph(text.passage("charges_settled")),
            *(Paragraph(each) for each in owner if each),
        )
    )


def rent_change(paper: LeasePaper, text: Text) -> ClauseBody:
    """6: by the index, and to the level of the area (HL-22 to HL-26)."""
    language, periods = paper.sender.language, paper.periods
    return _said(
        text.passage("index", notice=length_in_words(periods.index_notice, language)),
        text.passage(
            "prevailing",
            after=length_in_words(periods.prevailing_after, language),
            notice=length_in_words(periods.prevailing_notice, language),
        ),
    )


def security(paper: LeasePaper, text: Text) -> ClauseBody:
    """7: deposit and guarantee, and that nothing else is asked (HL-14 to HL-18)."""
    draft, lines = paper.draft, list[str]()
    if draft.deposit > 0:
        account = written(draft.deposit_account, NumberKind.ACCOUNT)
        amount = format_kroner(draft.deposit)
        lines.append(text.passage("deposit", amount=amount, account=account))
    if draft.guarantee > 0:
        amount = format_kroner(draft.guarantee)
        lines.append(text.passage("guarantee", amount=amount, guarantor=draft.guarantor))
    lines = lines or [text.passage("no_security")]
    if draft.tenant_loan > 0:
        lines.append(text.passage("tenant_loan", amount=format_kroner(draft.tenant_loan)))
    return _said(*lines, text.passage("nothing_else"))


def eviction_rent(paper: LeasePaper, text: Text) -> ClauseBody:
    """8: letter a of tvangsfullbyrdelsesloven § 13-2 third paragraph (TV-01)."""
    if not paper.draft.eviction_for_rent:
        return ClauseBody(())
    return _said(text.passage("eviction_a"), framed=True)


def eviction_term(paper: LeasePaper, text: Text) -> ClauseBody:
    """9: letter b of the same, for a fixed term (TV-01)."""
    if paper.draft.open_ended:
        return _said(text.passage("eviction_b_open"), noted=False)
    if not paper.draft.eviction_at_expiry:
        return ClauseBody(())
    return _said(text.passage("eviction_b"), framed=True)


def use(paper: LeasePaper, text: Text) -> ClauseBody:
    """10: how the dwelling is used (HL-30)."""
    del paper
    return _said(text.passage("use"), text.passage("pets"))


def upkeep(paper: LeasePaper, text: Text) -> ClauseBody:
    """11: who keeps what in order, and defects (HL-08, HL-31, HL-33)."""
    del paper
    return _said(text.passage("upkeep_ours"), text.passage("upkeep_yours"), text.passage("defects"))


def household(paper: LeasePaper, text: Text) -> ClauseBody:
    """12: who lives there, who may move in, and subletting (HL-35, HL-36, HL-52 to HL-54)."""
    agreed = paper.draft.exceptions
    if paper.dwelling is None:
        who = text.passage("household_by_hand")
    elif paper.household:
        who = text.passage("household", names=joined(paper.household))
    else:
        who = text.passage("household_alone")
    near = AgreedException.HOUSEHOLD_BY_RIGHT in agreed
    other = AgreedException.OTHER_HOUSEHOLD in agreed
    away = AgreedException.SUBLET_IN_ABSENCE in agreed
    return _said(
        who,
        text.passage("near_asked" if near else "near_free"),
        text.passage("other_asked" if other else "other_free"),
        text.passage("away_ours" if away else "away_free"),
        text.passage(
            "silence", period=length_in_words(paper.periods.silence, paper.sender.language)
        ),
    )


def access(paper: LeasePaper, text: Text) -> ClauseBody:
    """13: when we may come in (HL-32)."""
    del paper
    return _said(text.passage("access"))


def notice(paper: LeasePaper, text: Text) -> ClauseBody:
    """14: how it can be ended and how the tenant can protest (HL-61 to HL-69)."""
    draft, language = paper.draft, paper.sender.language
    fixed = not (draft.open_ended or draft.terminable)
    return _said(
        text.passage("notice_fixed") if fixed else "",
        text.passage("notice_open"),
        text.passage("notice_rules", period=length_in_words(paper.periods.notice, language)),
        text.passage("protest", period=length_in_words(paper.periods.protest, language)),
        text.passage("breach"),
    )


def social_notice(paper: LeasePaper, text: Text) -> ClauseBody:
    """15: that Nav may be told, and that the tenant may say no (HL-71)."""
    del paper
    return _said(text.passage("social_notice"))


def conditions(paper: LeasePaper, text: Text) -> ClauseBody:
    """16: the conditions of the vedtak, each with its reason (FV-18)."""
    if not paper.conditions:
        return _said(text.passage("no_conditions"), noted=False)
    items = tuple(Item(each.link, lead=_sentence(each.duty)) for each in paper.conditions)
    return ClauseBody(
        (Paragraph(text.passage("conditions", number=paper.vedtak_number)), Bullets(items))
    )


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def handback(paper: LeasePaper, text: Text) -> ClauseBody:
    """17: moving out, keys, and what is left behind (HL-73, HL-76)."""
    del paper
    return _said(text.passage("handback"), text.passage("belongings"))


def dispute(paper: LeasePaper, text: Text) -> ClauseBody:
    """18: HTU, then the court."""
    del paper
    return _said(text.passage("dispute"))


def enclosures(paper: LeasePaper, text: Text) -> ClauseBody:
    """19: what belongs to the lease, and how many copies."""
    del paper
    return _said(text.passage("enclosures"), text.passage("copies"))


CLAUSES: tuple[Callable[[LeasePaper, Text], ClauseBody], ...] = (
    parties,
    dwelling,
    disadvantaged,
    term,
    rent,
    rent_change,
    security,
    eviction_rent,
    eviction_term,
    use,
    upkeep,
    household,
    access,
    notice,
    social_notice,
    conditions,
    handback,
    dispute,
    enclosures,
)
