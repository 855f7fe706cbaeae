"""What «Restanser» shows, and the filters it has."""

from app.arrears.listing.model import ArrearsSet, ListedArrears
from app.arrears.model import ArrearsState
from app.arrears.steps.model import ProposedKind, ProposedReason, RankReason
from app.core.money import format_kroner
from app.core.rent_months import written_month
from app.core.text import plural
from app.people.model import AddressProtection
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Align, Column
from ui.labels import capital, dash, day, named, said, title_word, word

# those that stand under the page in the sidebar
SAVED = (
    ArrearsSet.READY,
    ArrearsSet.NEW,
    ArrearsSet.WITH_CHILDREN,
    ArrearsSet.AGREEMENT_BROKEN,
    ArrearsSet.PAUSE_ENDS,
    ArrearsSet.FORMER,
)
_SHORT = {ArrearsSet.PAUSE_ENDS: "Pauser som går ut"}
_CHIPS = {
    ArrearsState.OPEN: ChipKind.SOON,
    ArrearsState.AGREED: ChipKind.INFO,
    ArrearsState.AGREEMENT_BROKEN: ChipKind.SOON,
    ArrearsState.PAUSED: ChipKind.WAITING,
    ArrearsState.DISPUTED: ChipKind.UNKNOWN,
    ArrearsState.PAID: ChipKind.OK,
    ArrearsState.WRITTEN_OFF: ChipKind.NO,
    ArrearsState.CLOSED: ChipKind.NO,
}
_STATE_WORDS = {
    ArrearsState.OPEN: "Åpen",
    ArrearsState.AGREED: "Avtale",
    ArrearsState.AGREEMENT_BROKEN: "Avtale ikke fulgt",
    ArrearsState.PAUSED: "Pause",
    ArrearsState.DISPUTED: "Uenig i kravet",
}


# where the reason tells the same day as «Siden», and the list has little room
_FIRST = {
    RankReason.CHILDREN_YOUNG: "Barn i boligen, ny restanse",
    RankReason.CHILDREN: "Barn i boligen",
    RankReason.YOUNG: "Ny og liten restanse",
}
_BARE = {ProposedReason.NOBODY_SPOKE: "ingen har tatt kontakt"}


def short_word(which: ArrearsSet) -> str:
    """The filter as it stands in the sidebar, where a long word is cut."""
    return _SHORT.get(which) or title_word(which)


def where(each: ListedArrears) -> str:
    """The dwelling; never where a protected tenant lives (ADR-03)."""
    if each.tenancy.protection is not AddressProtection.NONE:
        return "Skjermet adresse"
    return dash(each.tenancy.address)


def who_lives(each: ListedArrears) -> str:
    """«Flyttet ut 31.10.2026», under the dwelling."""
    last = each.tenancy.last_day
    if not each.former:
        return ""
    return f"Flyttet ut {day(last)}" if last else "Flyttet ut"


def children(each: ListedArrears) -> str:
    """«2 barn»."""
    count = each.row.children.count if each.row else 0
    return plural(count, "barn", "barn") if count else ""


def ages(each: ListedArrears) -> str:
    """«3 og 7 år»."""
    found = [str(age) for age in each.row.children.ages] if each.row else []
    if not found:
        return ""
    return f"{' og '.join((', '.join(found[:-1]), found[-1]) if found[1:] else found)} år"


def last_step(each: ListedArrears) -> str:
    """«Purring»."""
    known = each.row.last if each.row else None
    return title_word(known.kind) if known else ""


def last_day(each: ListedArrears) -> str:
    """The day it was done, or that it waits to be sent."""
    known = each.row.last if each.row else None
    if known is None:
        return ""
    return "Ikke sendt ennå" if known.waits else day(known.day)


def next_step(each: ListedArrears) -> str:
    """What comes next."""
    if each.row is None:
        return title_word(each.state)
    return word(each.row.next.kind)


def next_why(each: ListedArrears) -> str:
    """Why, with the facts that decided it."""
    if each.row is None:
        return ""
    found = each.row.next
    why = word(found.reason).format(**said(found.facts))
    waits = found.kind is not ProposedKind.NONE and found.from_day and not each.ready
    return f"Fra {day(found.from_day)}. {why}" if waits else why


def glance(each: ListedArrears) -> str:
    """«Barn i boligen, ingen har tatt kontakt»: why it stands where it stands, in few words."""
    if each.row is None:
        return ""
    reason = each.row.next.reason
    if reason is ProposedReason.FIRST_MISSED:
        return _FIRST.get(each.row.rank) or "Ny restanse"
    if each.row.rank is RankReason.CHILDREN:
        return f"Barn i boligen, {_BARE[reason]}" if reason in _BARE else next_why(each)
    return capital(_BARE[reason]) if reason in _BARE else next_why(each)


def _next_tone(each: ListedArrears) -> Tone | None:
    return Tone.AMBER if each.ready else None


def state_chip(each: ListedArrears) -> Chip:
    """Word and shape."""
    return Chip(_CHIPS[each.state], _STATE_WORDS.get(each.state) or title_word(each.state))


def late(each: ListedArrears) -> str:
    """«23 dager»."""
    return plural(each.owed.days, "dag", "dager")


_WHO: tuple[Column[ListedArrears], ...] = (
    Column(
        "tenant",
        "Leietaker",
        lambda each: named(each.tenancy.tenant_name),
        second=children,
        strong=True,
        fit=True,
        width=150,
    ),
    Column(
        "dwelling",
        "Bolig",
        where,
        second=who_lives,
        chip=lambda each: (
            None if each.tenancy.protection is AddressProtection.NONE else Chip(ChipKind.PROTECTED)
        ),
        fit=True,
        width=160,
        spare=5,
    ),
    Column(
        "owed",
        "Skylder",
        lambda each: format_kroner(each.owed.total),
        sort=lambda each: each.owed.total,
        value=lambda each: each.owed.total / 100,
        strong=True,
        align=Align.RIGHT,
        width=104,
    ),
    Column(
        "since",
        "Siden",
        lambda each: day(each.owed.since),
        second=late,
        sort=lambda each: each.owed.since.toordinal() if each.owed.since else None,
        align=Align.RIGHT,
        width=104,
    ),
)
_WHAT: tuple[Column[ListedArrears], ...] = (
    Column(
        "state",
        "Står som",
        lambda each: state_chip(each).text,
        chip=state_chip,
        width=150,
        spare=3,
    ),
    Column("last", "Siste steg", last_step, second=last_day, width=130, spare=4),
    Column(
        "next",
        "Neste steg",
        next_step,
        second=glance,
        tone=_next_tone,
        stretch=True,
        width=230,
    ),
)
_MORE: tuple[Column[ListedArrears], ...] = (
    Column(
        "days",
        "Dager",
        lambda each: str(each.owed.days),
        sort=lambda each: each.owed.days,
        value=lambda each: each.owed.days,
        align=Align.RIGHT,
        width=76,
        hidden=True,
    ),
    Column(
        "month",
        "Eldste måned",
        lambda each: written_month(each.owed.oldest_month) if each.owed.oldest_month else "",
        sort=lambda each: each.owed.oldest_month or None,
        align=Align.RIGHT,
        width=110,
        hidden=True,
    ),
    Column(
        "children",
        "Barn",
        children,
        second=ages,
        sort=lambda each: each.row.children.count if each.row else 0,
        value=lambda each: each.row.children.count if each.row else 0,
        width=90,
        hidden=True,
    ),
    Column(
        "biller",
        "Krever inn",
        lambda each: capital(each.biller.name) if each.biller else "",
        width=130,
        hidden=True,
    ),
    Column("number", "Leieavtale", lambda each: each.tenancy.number, width=110, hidden=True),
    Column("why", "Hvorfor", next_why, width=300, hidden=True),
    Column(
        "rank",
        "Rekkefølge",
        lambda each: word(each.row.rank) if each.row else "",
        width=180,
        hidden=True,
    ),
)
COLUMNS = (*_WHO, *_WHAT, *_MORE)
