"""The middle of the card: what must be looked at, and what is going on, worst first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.applications.model import ApplicationKind, ApplicationRow, ApplicationState
from app.core.days import day_in_words
from app.core.ids import ApplicationId, PersonId, Ref
from app.core.money import format_kroner
from app.core.text import plural
from app.decisions.model import VedtakRow
from app.evictions.model import EvictionCase
from app.leases.model import LeaseRow
from app.leases.stays.model import StayRow
from app.letters.model import ToSendRow
from app.office import Office
from app.overview.household.model import (
    Decided,
    Happened,
    HouseholdView,
    LeaseView,
)
from app.people.model import Person
from ui.household.facts import number_words
from ui.household.lease_line import lease_line
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import capital, day, title_word, until

Open = Callable[[Ref], object]
Group = tuple[str, Icon, list[Row]]
MOST_DECIDED = 5
HOMES = "Leieforhold"
DANGER, UNPAID = "Fare for å miste boligen", "Ubetalt husleie"


def check_callout(person: Person, correct: Callable[[], object]) -> Callout:
    """What an import or a form has left to be looked over."""
    remedy = Button("Rett", correct, size=ButtonSize.SMALL)
    return Callout(ChipKind.SOON, "Må ses over", person.to_check, remedy)


def double_callouts(
    doubles: Sequence[Person], compare: Callable[[Person], object]
) -> list[Callout]:
    """Records that may be of the same human being."""
    return [
        Callout(
            ChipKind.UNKNOWN,
            f"Kan være samme person som {other.name}",
            " · ".join(part for part in (day(other.birth_date), number_words(other)) if part),
            Button("Se side om side", partial(compare, other), size=ButtonSize.SMALL),
        )
        for other in doubles
    ]


def nothing_yet(apply: Callable[[], object]) -> Card:
    """No case: what the next step is."""
    card = Card("Ingen sak ennå", icon=Icon.APPLICATIONS)
    card.add(
        Label(
            "Når noen ber om bolig, registrerer du en søknad. Søknad, vedtak, leieforhold og brev"
            " vises her.",
            Type.HELP,
            Token.TEXT2,
            wrap=True,
        )
    )
    card.body.addWidget(
        Button("Registrer søknad", apply, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    )
    return card


def danger_callouts(view: HouseholdView, open_ref: Open, today: date) -> Iterator[Callout]:
    """The day somebody is to be put out, before everything else."""
    for case in view.evictions:
        if not case.threatened or case.eviction_on is None:
            continue
        sums = case.sums.total
        owed = f" Kravet er {format_kroner(sums)}." if sums else ""
        yield Callout(
            ChipKind.URGENT,
            f"Utkastelse er satt til {day_in_words(case.eviction_on)}",
            f"{capital(until(today, case.eviction_on))}.{owed}",
            Button(
                "Åpne saken",
                partial(open_ref, Ref("eviction_case", case.id)),
                size=ButtonSize.SMALL,
            ),
        )


def cases(office: Office, view: HouseholdView, open_ref: Open, open_arrears: Open) -> list[Card]:
    """What the office has with them now, worst first, then what is over; each opens its own."""
    groups = (*_pressing(office, view), *_running(office, view), *_over(view))
    ways = {Icon.ARREARS: open_arrears}
    made = {
        title: _list_card(title, icon, rows, ways.get(icon, open_ref))
        for title, icon, rows in groups
        if rows
    }
    for each in view.leases:
        if each.ladder is not None and each.row.end is not None:
            made[HOMES].add(_in_card(lease_line(each.ladder, each.row.end, view.on)))
    return [*made.values()]


def _pressing(office: Office, view: HouseholdView) -> tuple[Group, ...]:
    """A home in danger, what is owed, and letters that wait to be sent."""
    lost = [_eviction(case, view.on) for case in view.evictions if case.open]
    owed = [row for each in view.leases if (row := _unpaid(each)) is not None]
    letters = [_letter(each) for each in office.letters.to_send(view.people)]
    return (
        (DANGER, Icon.EVICTIONS, lost),
        (UNPAID, Icon.ARREARS, owed),
        ("Brev", Icon.SEND, letters),
    )


def _running(office: Office, view: HouseholdView) -> tuple[Group, ...]:
    """Homes, applications and what was decided."""
    asked = _asked(office, view.people)
    applications = office.applications.rows_of(frozenset(asked)) if asked else ()
    rows = [row for one in applications for row in office.decisions.rows(one.id)]
    decided = [_vedtak(row) for row in rows if not row.issued_on]
    decided += [_decided(each) for each in view.decisions[:MOST_DECIDED]]
    stayed = {each.person for each in view.happenings if each.what is Happened.STAY_BEGAN}
    there = [stay for one in sorted(stayed) for stay in office.stays.of_person(one)]
    stays = [_stay(each, hidden=view.hidden) for each in there]
    return (
        (HOMES, Icon.LEASES, _leases(view, holds=True)),
        ("Midlertidige opphold", Icon.CALENDAR, stays),
        ("Søknader", Icon.APPLICATIONS, [_application(office, one) for one in applications]),
        ("Vedtak", Icon.DOCUMENT, decided),
    )


def _over(view: HouseholdView) -> tuple[Group, ...]:
    lost = [_eviction(case, view.on) for case in view.evictions if not case.open]
    return (
        ("Tidligere leieforhold", Icon.HISTORY, _leases(view, holds=False)),
        ("Tidligere fare for å miste boligen", Icon.HISTORY, lost),
    )


def _leases(view: HouseholdView, *, holds: bool) -> list[Row]:
    return [
        _lease(each.row, view.on, hidden=view.hidden)
        for each in view.leases
        if each.row.state.holds == holds
    ]


def _in_card(part: QWidget) -> QHBoxLayout:
    """With the card's own margin, in a card whose rows have none."""
    row = QHBoxLayout()
    row.setContentsMargins(fonts.px(8), fonts.px(6), fonts.px(8), fonts.px(4))
    row.addWidget(part)
    return row


def _asked(office: Office, people: Sequence[PersonId]) -> set[ApplicationId]:
    """The applications of theirs that are open."""
    return {
        found
        for one in people
        for kind in ApplicationKind
        if (found := office.applications.open_of(one, kind)) is not None
    }


def _list_card(title: str, icon: Icon, rows: Sequence[Row], open_ref: Open) -> Card:
    card = Card(title, icon=icon, flush=True)
    card.set_count(len(rows))
    made = RowList(title, Shape.TIMELINE, whole=True)
    made.set_rows(rows)
    made.activated_key.connect(open_ref)
    card.add(made)
    return card


def _eviction(case: EvictionCase, today: date) -> Row:
    """The open case, with its nearest day; how it ended once it is over."""
    told = f"uttalefrist {day(case.comment_until)}" if _comments(case, today) else ""
    ended = f"{title_word(case.outcome)} {day(case.closed_on)}" if case.outcome else ""
    ahead = case.eviction_on if case.threatened else None
    when = f"{day(ahead)}, {until(today, ahead)}" if ahead else ""
    why = " · ".join(
        each for each in (case.number, when, told, "" if case.threatened else ended) if each
    )
    return Row(
        Ref("eviction_case", case.id),
        title_word(case.step),
        why,
        icon=Icon.EVICTIONS,
        action="Åpne",
    )


def _comments(case: EvictionCase, today: date) -> bool:
    until_day = case.comment_until
    return case.threatened and until_day is not None and until_day >= today


def _unpaid(each: LeaseView) -> Row | None:
    """What the tenancy owes and since when; None where nothing is late."""
    owed = each.owed
    if owed is None or owed.since is None:
        return None
    return Row(
        Ref("lease", each.row.id),
        format_kroner(owed.total),
        f"siden {day(owed.since)} · {plural(owed.days, 'dag', 'dager')}",
        icon=Icon.ARREARS,
        action="Åpne",
    )


def _letter(letter: ToSendRow) -> Row:
    back = f", kom i retur {day(letter.returned_on)}" if letter.returned_on else ""
    return Row(
        Ref("document", letter.id),
        letter.title,
        f"{letter.number} · laget {day(letter.issued_on)}{back}",
        icon=Icon.LETTER,
        action="Send",
    )


def _lease(lease: LeaseRow, today: date, *, hidden: bool) -> Row:
    rent = "" if lease.rent is None else f"{format_kroner(lease.rent)} per måned"
    ends = f"går ut {day(lease.end)}, {until(today, lease.end)}" if lease.end else "tidsubestemt"
    why = " · ".join(part for part in (title_word(lease.state), rent, ends) if part)
    return Row(
        Ref("lease", lease.id),
        lease.number if hidden or not lease.address else lease.address,
        why,
        icon=Icon.HOME,
        action="Åpne",
    )


def _stay(row: StayRow, *, hidden: bool) -> Row:
    last = row.stay.left_on
    nights = plural(row.nights, "natt", "netter")
    why = f"fra {day(row.stay.began_on)}" + (f" til {day(last)}" if last else ", bor der nå")
    return Row(
        Ref("stay", row.stay.id),
        "Sted vises ikke" if hidden or not row.where else row.where,
        f"{nights} {why} · {format_kroner(row.cost)}",
        icon=Icon.HOME,
        action="Åpne",
    )


def _application(office: Office, row: ApplicationRow) -> Row:
    """Where it stands, and how long; one that waits for a home tells its place on the list."""
    told = [title_word(row.state), _place(office, row)]
    told += [f"kom inn {day(row.received_on)}", plural(row.days_waiting, "dag", "dager")]
    return Row(
        Ref("application", row.id),
        f"{title_word(row.kind)} {row.number}",
        " · ".join(each for each in told if each),
        icon=Icon.APPLICATIONS,
        action="Åpne",
    )


def _place(office: Office, row: ApplicationRow) -> str:
    """«plass 3 av 38»; nothing for one that is not on the list."""
    if row.state is not ApplicationState.GRANTED_WAITING:
        return ""
    listed = office.allocation.waiting_list()
    found = next((each for each in listed if each.row.id == row.id), None)
    return "" if found is None else f"plass {found.rank or found.place} av {len(listed)}"


def _vedtak(row: VedtakRow) -> Row:
    when = f"fattet {day(row.issued_on)}" if row.issued_on else "utkast"
    return Row(
        Ref("vedtak", row.id),
        f"{title_word(row.result)}, {row.number}".rstrip(", "),
        f"{title_word(row.state)} · {when}",
        icon=Icon.DOCUMENT,
        action="Åpne",
    )


def _decided(each: Decided) -> Row:
    """A vedtak that was issued, and how it goes with its conditions (FV-18)."""
    row, promises = _vedtak(each.row), each.promises
    if not promises:
        return row
    kept = sum(one.kept is True for one in promises)
    broken = sum(one.kept is False for one in promises)
    told = [plural(len(promises), "vilkår", "vilkår")]
    told += [f"{kept} holdt"] if kept else []
    told += [f"{broken} brutt"] if broken else []
    return replace(row, why=f"{row.why} · {', '.join(told)}")
