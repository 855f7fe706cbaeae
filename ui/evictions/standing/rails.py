"""Both tracks of a case, short: the money where the home is ours, and the dwelling (INK-12)."""

from collections.abc import Iterator

from app.core.errors import NotFound
from app.evictions.model import (
    CaseStep,
    EvictionCase,
    EvictionStage,
    ForcedSaleStage,
    LossKind,
    StageRow,
)
from app.office import Office
from ui.evictions.standing.countdown import tr
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.icons import Icon
from ui.kit.rail import Rail, Stop, StopState
from ui.money_track import stops as money_stops

SHOWN, AHEAD = 4, 2
_RENTED: tuple[tuple[CaseStep, str], ...] = (
    (EvictionStage.NOTICE_SENT, "Varsel om utkastelse"),
    (EvictionStage.PETITION_FILED, "Begjæring til namsfogden"),
    (EvictionStage.COMMENT_PERIOD, "Frist for å uttale seg"),
    (EvictionStage.DATE_SET, "Dato satt"),
    (EvictionStage.CARRIED_OUT, "Utkastelse"),
)
_OWNED: tuple[tuple[CaseStep, str], ...] = (
    (ForcedSaleStage.PETITION_FILED, "Begjæring til namsfogden"),
    (ForcedSaleStage.COMMENT_PERIOD, "Frist for å uttale seg"),
    (ForcedSaleStage.SALE_DECIDED, "Salget besluttet"),
    (ForcedSaleStage.FOR_SALE, "Lagt ut for salg"),
    (ForcedSaleStage.SOLD, "Solgt"),
    (ForcedSaleStage.CARRIED_OUT, "Utflytting"),
)


def home_card(office: Office, case: EvictionCase) -> Card:
    """«Boligsporet»: where the case has been, where it stands, and what would come."""
    card = Card(tr("Boligsporet"), icon=Icon.EVICTIONS, fact=tr("fravikelse"))
    if case.kind is LossKind.FORCED_SALE:
        card = Card(tr("Tvangssalget"), icon=Icon.EVICTIONS, fact=tr("hos namsfogden"))
    card.add(Rail(card.title.text(), home_stops(case, office.eviction_cases.stages(case.id))))
    card.body.addStretch(1)
    return card


def money_card(office: Office, case: EvictionCase, link: Button) -> Card | None:
    """«Pengesporet» of the tenancy; None where the home is not ours."""
    if case.lease is None:
        return None
    try:
        owed = office.arrears.owed(case.lease)
    except NotFound:  # the lease never began
        return None
    steps = office.arrears_steps
    today = office.clock.today()
    found = money_stops(owed, steps.of(case.lease), steps.next(case.lease), today)
    card = Card(tr("Pengesporet"), icon=Icon.MONEY, link=link)
    card.add(Rail(tr("Pengesporet"), _short(found)))
    card.body.addStretch(1)
    return card


def _short(stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """What was done, where it stands, and no more than is next: the whole is a press away."""
    coming = [stop for stop in stops if stop.state is StopState.COMING]
    past = [stop for stop in stops if stop.state is not StopState.COMING]
    return (*past[-SHOWN:], *coming[:AHEAD])


def home_stops(case: EvictionCase, rows: tuple[StageRow, ...]) -> tuple[Stop, ...]:
    """One stop for each stage of its kind; a stage nobody has noted has no day."""
    return tuple(_stops(case, rows))


def _stops(case: EvictionCase, rows: tuple[StageRow, ...]) -> Iterator[Stop]:
    ladder = _OWNED if case.kind is LossKind.FORCED_SALE else _RENTED
    since = {row.sale_stage or row.stage: row.since for row in rows}
    names = [step for step, _ in ladder]
    here = names.index(case.step) if case.step in names else -1
    for place, (step, words) in enumerate(ladder):
        day = since.get(step) if place <= here else None
        when = f"{day:%d.%m.}" if day else "–"
        fact = _fact(case, step)
        if place > here:
            yield Stop(_ahead(case, step), words, fact, StopState.COMING)
        elif place == here:
            yield Stop(when, words, fact or tr("nå"), StopState.NEXT)
        else:
            yield Stop(when, words, fact if day else tr("ikke ført inn"), StopState.DONE)


def _ahead(case: EvictionCase, step: CaseStep) -> str:
    """The day of what is to come, where one is set."""
    last = step in {EvictionStage.CARRIED_OUT, ForcedSaleStage.CARRIED_OUT}
    return f"{case.eviction_on:%d.%m.}" if last and case.eviction_on else "–"


def _fact(case: EvictionCase, step: CaseStep) -> str:
    if step in {EvictionStage.COMMENT_PERIOD, ForcedSaleStage.COMMENT_PERIOD}:
        return tr("til {}").format(f"{case.comment_until:%d.%m.}") if case.comment_until else ""
    if step is EvictionStage.DATE_SET and case.eviction_on:
        return tr("til {}").format(f"{case.eviction_on:%d.%m.}")
    return ""
