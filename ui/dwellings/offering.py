"""«Hvem kan få den»: those on the list with why and why not, and what may be done for one."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.allocation.model import Candidate
from app.allocation.offers.model import Offer, Reservation, ReservationDraft
from app.core.ids import ApplicationId, Ref
from app.core.text import plural
from app.decisions.model import VedtakState
from app.dwellings.model import Dwelling, DwellingStatus
from app.office import Office
from app.people.model import AddressProtection
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import capital, day, done, message, problem, reason, short_group
from ui.navigation import Navigator, PageId

SHOWN = 5
OTHER, QUOTA = "other", "quota"
_OPEN = frozenset({DwellingStatus.READY, DwellingStatus.MAINTENANCE})
_HARD = "not_for_children"


def may_be_offered(office: Office, dwelling: Dwelling) -> bool:
    """Whether it is, or soon is, free for someone."""
    free = office.allocation.allocation_of(dwelling.id) is None
    return dwelling.status in _OPEN and free


def held_chips(office: Office, dwelling: Dwelling) -> list[Chip]:
    """«Tilbudt» and «Holdt av», for the head of the page."""
    chips = []
    if office.offers.open_on(dwelling.id) is not None:
        chips.append(Chip(ChipKind.WAITING, "Tilbudt"))
    if office.reservations.on(dwelling.id) is not None:
        chips.append(Chip(ChipKind.WAITING, "Holdt av"))
    return chips


class OfferingCard(Card):
    """The first who fit; «Gi tilbud» goes to the letter, «Hold av» asks for whom."""

    def __init__(self, office: Office, navigator: Navigator, dwelling: Dwelling) -> None:
        see = Button(
            "Se alle",
            partial(navigator.open, PageId.WAITING_LIST, Ref("dwelling", dwelling.id)),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        super().__init__("Hvem kan få den", icon=Icon.WAITING_LIST, link=see)
        self._office, self._navigator, self._dwelling = office, navigator, dwelling
        self.candidates = tuple(
            each for each in office.allocation.candidates(dwelling.id) if _may_be_named(each)
        )
        self.list = RowList("De første som passer", Shape.RESULTS, whole=True)
        self.offer_button = Button(
            "Gi tilbud …", self.offer, size=ButtonSize.SMALL, icon=Icon.LETTER
        )
        self.hold_button = Button("Hold av …", self.hold, size=ButtonSize.SMALL, icon=Icon.HOME)
        self.reasons = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self._fill()

    def _fill(self) -> None:
        offer = self._office.offers.open_on(self._dwelling.id)
        held = self._office.reservations.on(self._dwelling.id)
        if held is not None:
            self._tell_held(held)
        if offer is not None:
            self._tell_offer(offer)
            return
        fitting = [each for each in self.candidates if each.fits]
        words = plural(len(fitting), "på ventelisten passer", "på ventelisten passer")
        self.add(
            Label(words if fitting else "Ingen på ventelisten passer.", Type.HELP, Token.TEXT2)
        )
        if fitting:
            self.list.set_rows([_row(each) for each in fitting[:SHOWN]])
            self.list.current_key.connect(lambda _key: self._tell())
            self.list.activated_key.connect(lambda _key: self.offer())
            self.list.select_end(last=False)
            self.add(self.list, self.reasons, self.offer_button)
        if held is None:
            self.add(self.hold_button)
        self._tell()

    def _tell(self) -> None:
        off = self._off()
        self.offer_button.set_off(off)
        here = next((c for c in self.candidates if c.place.row.id == self.chosen), None)
        why = [reason(each) for each in here.why] if here else []
        self.reasons.setText(" ".join(part for part in (off, *why) if part))

    def _off(self) -> str:
        """Why it can not be offered to the one stood on, or nothing."""
        if self.chosen is None:
            return "Velg en på listen først."
        rows = self._office.decisions.rows(self.chosen)
        granted = (row for row in rows if row.state is not VedtakState.DRAFT and row.result.grants)
        return "" if any(granted) else "Fatt vedtak først. Enter åpner søknaden."

    def _tell_offer(self, offer: Offer) -> None:
        name = self._office.applications.get(offer.application).name
        told = f"Tilbudt {name}. Svar senest {day(offer.answer_by)}."
        go = partial(self._navigator.open_ref, Ref("offer", offer.id))
        self.add(
            Label(told, Type.LABEL, wrap=True),
            Button("Åpne tilbudet", go, size=ButtonSize.SMALL, icon=Icon.OPEN),
        )

    def _tell_held(self, held: Reservation) -> None:
        told = f"Holdt av for {whom(self._office, held)} til og med {day(held.draft.until)}."
        end = Button(
            "Ikke hold av lenger",
            partial(self._end, held.id),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        self.add(Label(told, Type.LABEL, wrap=True), end)

    @property
    def chosen(self) -> ApplicationId | None:
        """The application stood on."""
        current = self.list.current
        return ApplicationId(current.key) if current and isinstance(current.key, int) else None

    def offer(self) -> None:
        """Write the letter to the one stood on; to the application where there is no vedtak yet."""
        if self.chosen is not None and self._off():
            self._navigator.open(PageId.APPLICATION, Ref("application", self.chosen))
        elif self.chosen is not None:
            ref = Ref("dwelling", self._dwelling.id)
            self._navigator.open(PageId.OFFERS, ref, f"offer {self.chosen}")

    def hold(self) -> AskDialog:
        """Ask for whom, until when and why."""
        dialog = HoldDialog(
            self._office, self._dwelling, self.candidates, self._held, self.window()
        )
        dialog.open()
        return dialog

    def _held(self) -> None:
        self._navigator.tell(done("dwelling.reserved"))

    def _end(self, reservation: int) -> None:
        if self._navigator.attempt(partial(self._office.reservations.end, reservation)):
            self._navigator.tell(done("reservation.ended"))


def _may_be_named(candidate: Candidate) -> bool:
    """Never a family for a dwelling that is not for children, nor one done on paper alone."""
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    barred = _HARD in {each.code for each in candidate.why_not}
    return not barred and candidate.place.row.protection is not strict


def whom(office: Office, held: Reservation) -> str:
    """For whom a dwelling is held, in the middle of a sentence."""
    draft = held.draft
    if draft.application is not None:
        return office.applications.get(draft.application).name
    if draft.settlement_year is not None:
        return f"bosetting i {draft.settlement_year}"
    return draft.held_for


def _rank(candidate: Candidate) -> int:
    """The same number for those who are equal."""
    return candidate.place.rank or candidate.place.place


def _row(candidate: Candidate) -> Row:
    row = candidate.place.row
    group = capital(short_group(row.group))
    need = "" if row.bedrooms is None else f"{row.bedrooms} soverom"
    words = ", ".join(part for part in (group, need) if part)
    return Row(row.id, f"{_rank(candidate)}. {row.name}", words, icon=Icon.PERSON)


class HoldDialog(AskDialog):
    """For one on the list, for the year's settlement, or for whom in the officer's words."""

    def __init__(
        self,
        office: Office,
        dwelling: Dwelling,
        candidates: tuple[Candidate, ...],
        told: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        today = office.clock.today

        def act(values: Mapping[str, object]) -> None:
            office.reservations.reserve(_draft(values, dwelling, today()))
            told()

        super().__init__(
            "Hold av boligen",
            f"{dwelling.address} tilbys ingen andre mens den er holdt av.",
            "Hold av",
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        options: list[tuple[object, str]] = [
            (each.place.row.id, f"{_rank(each)}. {each.place.row.name}") for each in candidates
        ]
        year = today().year
        options += [(QUOTA, f"Bosetting i {year}"), (OTHER, "Andre, med egne ord")]
        self.form.line(ChoiceField("application", "For hvem", options))
        self.form.line(
            TextField(
                "held_for", "Med egne ord", optional=True, hint="For eksempel et bofellesskap."
            )
        )
        since = DateField("since", "Fra", today=today)
        since.set_value(today())
        self.form.line(since, DateField("until", "Til og med", today=today))
        self.form.line(TextField("reason", "Grunn"))


def _draft(values: Mapping[str, object], dwelling: Dwelling, today: date) -> ReservationDraft:
    chosen, since, until = values["application"], values["since"], values["until"]
    first = since if isinstance(since, date) else today
    return ReservationDraft(
        dwelling=dwelling.id,
        since=first,
        until=until if isinstance(until, date) else date.min,
        reason=str(values["reason"] or ""),
        application=ApplicationId(chosen) if isinstance(chosen, int) else None,
        settlement_year=first.year if chosen == QUOTA else None,
        held_for=str(values["held_for"] or "") if chosen in {None, OTHER} else "",
    )
