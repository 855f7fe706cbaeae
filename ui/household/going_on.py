"""The middle of the card: what must be looked at, and what is going on, worst first."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from app.applications.model import ApplicationKind, ApplicationRow
from app.arrears.model import Tenancy
from app.core.ids import ApplicationId, PersonId, Ref
from app.core.money import format_kroner
from app.core.text import plural
from app.decisions.model import VedtakRow
from app.evictions.model import EvictionCase
from app.leases.model import LeaseRow
from app.leases.stays.model import StayRow
from app.letters.model import ToSendRow
from app.office import Office
from app.people.model import Person
from ui.household.facts import number_words
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, title_word, until

Open = Callable[[Ref], object]
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


def cases(
    office: Office,
    people: Sequence[PersonId],
    open_ref: Open,
    open_arrears: Open,
    *,
    hidden: bool,
) -> list[Card]:
    """What the office has with these persons now: letters to send, homes, applications, vedtak."""
    today = office.clock.today()
    letters = [letter for letter in office.letters.to_send() if letter.person in people]
    leases = [lease for one in people for lease in office.leases.of_person(one)]
    asked = _asked(office, people)
    applications = office.applications.rows_of(frozenset(asked)) if asked else ()
    decided = [vedtak for one in applications for vedtak in office.decisions.rows(one.id)]
    dangers, unpaid, over = _in_danger(office, people, today)
    groups = (
        (DANGER, Icon.EVICTIONS, dangers),
        (UNPAID, Icon.ARREARS, unpaid),
        ("Brev", Icon.SEND, [_letter(letter) for letter in letters]),
        (
            "Leieforhold",
            Icon.LEASES,
            [_lease(lease, today, hidden=hidden) for lease in leases if lease.state.holds],
        ),
        (
            "Midlertidige opphold",
            Icon.CALENDAR,
            [_stay(stay) for one in people for stay in office.stays.of_person(one)],
        ),
        ("Søknader", Icon.APPLICATIONS, [_application(one) for one in applications]),
        ("Vedtak", Icon.DOCUMENT, [_vedtak(one) for one in decided]),
        (
            "Tidligere leieforhold",
            Icon.HISTORY,
            [_lease(lease, today, hidden=hidden) for lease in leases if not lease.state.holds],
        ),
        ("Tidligere fare for å miste boligen", Icon.HISTORY, over),
    )
    ways = {Icon.ARREARS: open_arrears}
    return [_list_card(*group, ways.get(group[1], open_ref)) for group in groups if group[2]]


def _in_danger(
    office: Office, people: Sequence[PersonId], today: date
) -> tuple[list[Row], list[Row], list[Row]]:
    """Cases that are open, what is owed, and cases that are over."""
    lost = [case for one in people for case in office.eviction_cases.of_person(one)]
    owing = [each for each in office.arrears.tenancies() if each.tenant in people]
    return (
        [_eviction(case, today) for case in lost if case.open],
        [row for each in owing if (row := _unpaid(office, each)) is not None],
        [_eviction(case, today) for case in lost if not case.open],
    )


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


def _unpaid(office: Office, tenancy: Tenancy) -> Row | None:
    """What the tenancy owes and since when; None where nothing is late."""
    owed = office.arrears.owed(tenancy.lease)
    if not owed.total or owed.since is None:
        return None
    return Row(
        Ref("lease", tenancy.lease),
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


def _stay(row: StayRow) -> Row:
    last = row.stay.left_on
    nights = plural(row.nights, "natt", "netter")
    why = f"fra {day(row.stay.began_on)}" + (f" til {day(last)}" if last else ", bor der nå")
    return Row(
        Ref("stay", row.stay.id),
        row.where or "Sted vises ikke",
        f"{nights} {why} · {format_kroner(row.cost)}",
        icon=Icon.HOME,
        action="Åpne",
    )


def _application(row: ApplicationRow) -> Row:
    waited = plural(row.days_waiting, "dag", "dager")
    return Row(
        Ref("application", row.id),
        f"{title_word(row.kind)} {row.number}",
        f"{title_word(row.state)} · kom inn {day(row.received_on)} · {waited}",
        icon=Icon.APPLICATIONS,
        action="Åpne",
    )


def _vedtak(row: VedtakRow) -> Row:
    when = f"fattet {day(row.issued_on)}" if row.issued_on else "utkast"
    return Row(
        Ref("vedtak", row.id),
        f"{title_word(row.result)}, {row.number}".rstrip(", "),
        f"{title_word(row.state)} · {when}",
        icon=Icon.DOCUMENT,
        action="Åpne",
    )
