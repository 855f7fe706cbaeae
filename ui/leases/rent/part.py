"""«Husleie»: what is paid and why, when it may change, and each time it did."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.days import month_in_words
from app.core.ids import Ref
from app.core.money import format_kroner
from app.core.price_index import index_text, month_text
from app.leases.model import Lease, LeaseState
from app.leases.rents.model import CHANGES_RENT, RentChange, RentChangeState, RentStanding
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, title_word
from ui.leases.part import Part
from ui.leases.rent.dialogs import RentDialogs
from ui.leases.rent.words import change_chip, change_title, change_why
from ui.navigation import Navigator, PageId

INDEX, PREVAILING = "rent_index", "rent_prevailing"
ACCOUNT = "account"
_NO_ACCOUNT = frozenset({LeaseState.DRAFT, LeaseState.CANCELLED})


class RentPart(Part):
    """The rent of one lease."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, parent)
        self.dialogs = RentDialogs(office, navigator, self)
        self.standing = office.rents.standing(lease.id)
        self.buttons: list[Button] = []
        self.next = RowList(self.tr("Neste endring"), Shape.TODAY, whole=True)
        self.past = RowList(self.tr("Endringer av leien"), Shape.TODAY, whole=True)
        self.add(*self._told(), self._now(), self._next(), self._past())

    def begin(self) -> None:
        first = next((each for each in self.buttons if each.isEnabled()), None)
        if first is not None:
            first.setFocus()

    @property
    def runs(self) -> bool:
        """Whether the rent of this lease may be changed at all."""
        return self.lease.state in CHANGES_RENT

    # what waits

    def _told(self) -> Iterator[Callout]:
        pending, failed = self.standing.pending, self.standing.not_told
        if pending is not None:
            yield self._pending(pending)
        if failed is not None:
            yield self._failed(failed)
        if self.runs and not self.standing.fixing.sure:
            yield Callout(
                ChipKind.SOON,
                self.tr("Husrom vet ikke når leien sist ble regulert."),
                self.tr("Avtalen kom fra et regneark. Oppgi dagen, så kan leien følge indeksen."),
                self._button(self.tr("Oppgi siste regulering …"), self._tell_fixing),
            )

    def _pending(self, change: RentChange) -> Callout:
        new, from_day = format_kroner(change.new), day(change.effective_on)
        withdraw = self._button(
            self.tr("Trekk varselet …"), partial(self.dialogs.withdraw, self.lease.id)
        )
        if change.state is RentChangeState.TO_SEND:
            return Callout(
                ChipKind.SOON,
                self.tr("Varselet må sendes senest {}.").format(day(change.send_by)),
                self.tr(
                    "Leien blir {} fra {} bare hvis brevet er sendt da. Registrer sendingen under"
                    " «Brev»."
                ).format(new, from_day),
                withdraw,
            )
        return Callout(
            ChipKind.INFO,
            self.tr("Leien blir {} fra {}.").format(new, from_day),
            self.tr("Varselet ble sendt {}.").format(day(change.sent_on)),
            withdraw,
        )

    def _failed(self, change: RentChange) -> Callout:
        return Callout(
            ChipKind.SOON,
            self.tr("Leien ble ikke endret {}.").format(day(change.effective_on)),
            self.tr(
                "Varselet måtte sendes senest {}. Lag et nytt, så gjelder den nye leien fra en"
                " senere dag."
            ).format(day(change.send_by)),
        )

    def _button(self, words: str, act: object, icon: Icon | None = None) -> Button:
        button = Button(words, lambda: act() if callable(act) else None, icon=icon)
        self.buttons.append(button)
        return button

    def _tell_fixing(self) -> None:
        self.dialogs.fixing([self.lease.id])

    # what is paid

    def _now(self) -> Card:
        card = Card(self.tr("Husleie nå"), icon=Icon.RENT)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        ways = (
            (self.tr("Legg inn KPI …"), Icon.NEW, self.dialogs.index),
            (self.tr("Rett husleien …"), Icon.EDIT, self._correct),
        )
        for words, icon, act in ways[: None if self.lease.rent is not None else 1]:
            button = Button(words, act, icon=icon, size=ButtonSize.SMALL)
            self.buttons.append(button)
            row.addWidget(button)
        if self.lease.state not in _NO_ACCOUNT:
            row.addWidget(self._to_account())
        row.addStretch(1)
        card.add(Facts(self._facts()), row)
        return card

    def _to_account(self) -> Button:
        """What is claimed and paid on the tenancy, and what is owed."""
        button = Button(
            self.tr("Krav og innbetalinger"),
            lambda: self.navigator.open(
                PageId.TENANCY_ARREARS, Ref("lease", self.lease.id), ACCOUNT
            ),
            icon=Icon.ARREARS,
            size=ButtonSize.SMALL,
        )
        self.buttons.append(button)
        return button

    def _correct(self) -> None:
        self.dialogs.correct(self.lease.id)

    def _facts(self) -> tuple[Fact, ...]:
        standing, fixing = self.standing, self.standing.fixing
        basis = title_word(standing.basis) if standing.basis else self.tr("Avtalt i leieavtalen")
        newest = self.office.rents.series().newest
        known = ""
        if newest is not None:
            known = f"{month_text(newest.month)}: {index_text(newest.tenths)} ({newest.base}=100)"
        return (
            Fact(
                self.tr("Per måned"),
                format_kroner(standing.rent) if standing.rent is not None else "",
            ),
            Fact(self.tr("Fastsatt fra"), day(fixing.since) if fixing.sure else ""),
            Fact(self.tr("Bygger på"), basis),
            Fact(self.tr("Indeks for"), month_in_words(fixing.month) if fixing.sure else ""),
            Fact(self.tr("Siste KPI"), known or self.tr("Ingen er lagt inn")),
        )

    # when it may change

    def _next(self) -> Card:
        card = Card(self.tr("Neste endring"), icon=Icon.CALENDAR, flush=True)
        if not self.runs:
            card.add(self._help(self.tr("Leien endres bare mens leieforholdet løper.")))
            self.next.hide()
            return card
        self.next.set_rows([self._index_row(), self._prevailing_row()])
        if self.standing.pending is None:
            self.next.activated_key.connect(lambda key: self.go(str(key)))
        card.add(self.next)
        return card

    def _index_row(self) -> Row:
        today, standing = self.office.clock.today(), self.standing
        first = self.office.rent_round.first_day()
        now = standing.index_from <= first
        why = self.tr("Et år etter at leien ble fastsatt, og varslet en måned før.")
        if self.office.rents.series().newest is None:
            why += self.tr(" KPI må legges inn først.")
        return Row(
            INDEX,
            self.tr("Følge indeksen"),
            why,
            self._may(standing, standing.index_from, now=now),
            when=day(standing.index_from),
            paragraph="husleiel. §\u00a04-2",
            how_long=self.tr("tidligst") if standing.index_from > today else "",
            action="" if standing.pending else self.tr("Lag varselet"),
            action_icon=Icon.LETTER,
        )

    def _prevailing_row(self) -> Row:
        standing = self.standing
        now = standing.demand_from <= self.office.clock.today()
        return Row(
            PREVAILING,
            self.tr("Gjengs leie"),
            self.tr("Kan kreves fra {}, og gjelder tidligst seks måneder etter.").format(
                day(standing.demand_from)
            ),
            self._may(standing, standing.prevailing_from, now=now),
            when=day(standing.prevailing_from),
            how_long=self.tr("tidligst"),
            paragraph="husleiel. §\u00a04-3",
            action="" if standing.pending else self.tr("Lag kravet"),
            action_icon=Icon.LETTER,
        )

    def _may(self, standing: RentStanding, first: date, *, now: bool) -> Chip:
        if standing.pending is not None:
            return Chip(ChipKind.WAITING, self.tr("Er varslet"))
        if standing.rent is None or not standing.fixing.sure:
            return Chip(ChipKind.UNKNOWN, self.tr("Mangler noe"))
        turned = self.lease.state is LeaseState.TURNED_OPEN_ENDED
        last = self.lease.ended_on if turned else self.lease.last_day
        if last is not None and first > last:
            return Chip(ChipKind.NO, self.tr("Leietiden er ute da"))
        if now:
            return Chip(ChipKind.OK, self.tr("Mulig nå"))
        return Chip(ChipKind.NOT_STARTED, self.tr("For tidlig"))

    # what it has been

    def _past(self) -> Card:
        card = Card(self.tr("Endringer av leien"), icon=Icon.HISTORY, flush=True)
        changes = self.standing.changes[::-1]
        if changes:
            card.set_count(len(changes))
        else:
            self.past.hide()
            card.add(self._help(self.tr("Ingen ennå. Leien er den som ble avtalt.")))
            return card
        self.past.set_rows([self._change_row(each) for each in changes])
        self.past.activated_key.connect(self._open)
        card.add(self.past)
        return card

    def _change_row(self, change: RentChange) -> Row:
        return Row(
            change.id,
            change_title(change),
            change_why(change),
            change_chip(change),
            when=day(change.effective_on),
            action=self.tr("Se brevet") if change.letter else "",
            action_icon=Icon.DOCUMENT if change.letter else None,
        )

    def _open(self, key: object) -> None:
        found = next((each for each in self.standing.changes if each.id == key), None)
        if found is not None and found.letter is not None:
            self.navigator.open(PageId.LETTERS, Ref("document", found.letter))

    def _help(self, words: str) -> Label:
        label = Label(words, Type.HELP, Token.TEXT2, wrap=True)
        label.setContentsMargins(fonts.px(16), 0, fonts.px(16), fonts.px(10))
        return label
