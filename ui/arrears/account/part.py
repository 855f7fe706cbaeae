"""«Krav og innbetalinger»: what is owed now, every claim and payment, and what is disagreed on."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.arrears.accounts.model import LedgerLine
from app.arrears.model import OpenCharge, RentDispute, Tenancy
from app.core.ids import RentChargeId
from app.core.money import Ore, format_kroner
from app.core.rent_months import written_month
from app.core.text import plural
from app.office import Office
from ui.arrears.account.columns import COLUMNS
from ui.arrears.account.dispute_dialogs import DisputeDialogs
from ui.arrears.part import ArrearsPart
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind
from ui.kit.empty import EmptyState
from ui.kit.flow import flow_of
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.models import RecordModel
from ui.kit.rows import Row, Shape
from ui.kit.table import RecordTable
from ui.labels import capital, day, done, title_word, word
from ui.navigation import Navigator

LEDGER_HIGH = 330


class AccountPart(ArrearsPart):
    """The account of one tenancy. The keyboard begins on «Før inn innbetaling»."""

    def __init__(
        self, office: Office, navigator: Navigator, subject: Tenancy, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, subject, parent)
        self.dialogs = DisputeDialogs(office, navigator, self, subject)
        self.account = office.arrears.account(subject.lease)
        self.owed = office.arrears.owed(subject.lease)
        self.state = office.arrears.state(subject.lease)
        self.payment_button = Button(
            self.tr("Før inn innbetaling …"),
            self.dialogs.payment,
            kind=ButtonKind.PRIMARY,
            icon=Icon.MONEY,
        )
        self.charge_button = Button(self.tr("Før inn krav …"), self.dialogs.charge, icon=Icon.NEW)
        self.dispute_button = Button(self.tr("Leietakeren er uenig …"), self.dialogs.dispute)
        self.close_button = Button(self.tr("Avslutt …"), self.dialogs.close)
        self.reopen_button = Button(self.tr("Ta opp igjen"), self._reopen, size=ButtonSize.SMALL)
        self.open_claims = RowList(self.tr("Ubetalte krav"), Shape.TODAY, whole=True)
        self.disputes = RowList(self.tr("Uenighet"), Shape.TODAY, whole=True)
        self.ledger = self._ledger()
        self.add(*self._told(), self._now())
        if not (self.account.charges or self.account.payments):
            self.add(self._nothing())
            return
        self.add(*self._open(), *self._disagreed(), self.ledger)

    def begin(self) -> None:
        self.payment_button.setFocus()

    # what is told first

    def _told(self) -> Iterator[Callout]:
        closing = self.account.closed
        if closing is not None:
            yield Callout(
                ChipKind.INFO,
                self.tr("Avsluttet {}: {}.").format(day(closing.closed_on), word(closing.outcome)),
                closing.reason,
                self.reopen_button,
            )
        if self.owed.deposited:
            yield Callout(
                ChipKind.INFO,
                self.tr("{} er betalt inn på sperret konto.").format(
                    format_kroner(self.owed.deposited)
                ),
                self.tr("Leieforholdet kan ikke avsluttes for det. Husleieloven §\u00a03-8."),
            )

    # what is owed now

    def _now(self) -> Card:
        title = self.tr("Slik står det i dag")
        card = Card(title, icon=Icon.ARREARS, fact=title_word(self.state))
        inner = QVBoxLayout()
        inner.setSpacing(fonts.px(10))
        inner.addWidget(Facts(self._facts()))
        verbs = [self.payment_button, self.charge_button]
        if self.owed.total:
            verbs.append(self.dispute_button)
        if self.account.closed is None and self.account.charges:
            verbs.append(self.close_button)
        inner.addLayout(flow_of(*verbs))
        card.add(inner)
        return card

    def _facts(self) -> list[Fact]:
        owed, told = self.owed, list[Fact]()
        if owed.since is not None:
            late = plural(owed.days, self.tr("dag"), self.tr("dager"))
            since = self.tr("{}, siden {} ({})")
            told.append(
                Fact(
                    self.tr("Skylder"),
                    since.format(format_kroner(owed.total), day(owed.since), late),
                )
            )
        else:
            told.append(Fact(self.tr("Skylder"), self.tr("Ingenting som er forfalt")))
        for words, amount in (
            (self.tr("Av dette husleie"), owed.rent if owed.rent != owed.total else Ore(0)),
            (self.tr("Uenig i"), owed.disputed),
            (self.tr("Forfaller senere"), Ore(sum(each.left for each in owed.coming))),
            (self.tr("Betalt for mye"), owed.credit),
        ):
            if amount:
                told.append(Fact(words, format_kroner(amount)))
        if owed.oldest_month:
            told.append(Fact(self.tr("Eldste måned"), written_month(owed.oldest_month)))
        usual = self.office.billers.usual_name(self.tenancy.dwelling)
        told.append(Fact(self.tr("Krever inn"), capital(usual)))
        return told

    def _nothing(self) -> Card:
        card = Card(flush=True)
        card.add(
            EmptyState(
                self.tr("Ingenting er ført inn ennå"),
                self.tr(
                    "Før inn det første kravet, eller hent inn listen fra den som krever inn"
                    " leien. Da ser du her hva som er betalt, og hva som mangler."
                ),
                drawing=False,
            )
        )
        return card

    # what is open

    def _open(self) -> Iterator[Card]:
        found = [*self.owed.charges, *self.owed.coming]
        if not found:
            return
        card = Card(self.tr("Ubetalte krav"), icon=Icon.RENT, flush=True)
        card.set_count(len(found))
        late = {each.charge.id for each in self.owed.charges}
        self.open_claims.set_rows([self._claim(each, each.charge.id in late) for each in found])
        self.open_claims.activated_key.connect(self._withdraw)
        card.add(self.open_claims)
        yield card

    def _claim(self, each: OpenCharge, late: bool) -> Row:
        charge = each.charge
        month = written_month(charge.month) if charge.month else ""
        left = ""
        if each.left != charge.amount:
            left = self.tr("{} av {} er ikke betalt.").format(
                format_kroner(each.left), format_kroner(charge.amount)
            )
        title = f"{title_word(charge.kind)} {month}".strip()
        return Row(
            charge.id,
            f"{title}: {format_kroner(each.left)}",
            left,
            Chip(ChipKind.SOON, self.tr("Forfalt"))
            if late
            else Chip(ChipKind.NOT_STARTED, self.tr("Ikke forfalt")),
            when=day(charge.due_on),
            action=self.tr("Trekk …"),
        )

    def _withdraw(self, key: object) -> None:
        if isinstance(key, int):
            self.dialogs.withdraw_charge(RentChargeId(key))

    # what is disagreed on

    def _disagreed(self) -> Iterator[Card]:
        if not self.account.disputes:
            return
        card = Card(self.tr("Uenighet om krav"), icon=Icon.NOTE, flush=True)
        self.disputes.set_rows([self._dispute(each) for each in self.account.disputes])
        self.disputes.activated_key.connect(self._follow)
        card.add(self.disputes)
        open_ones = [
            each
            for each in self.account.disputes
            if each.settled_on is None and each.deposited_on is None
        ]
        if open_ones:
            line = button_line(
                Button(
                    self.tr("Betalt inn på sperret konto …"),
                    partial(self.dialogs.deposit, open_ones[-1].id),
                    size=ButtonSize.SMALL,
                )
            )
            line.setContentsMargins(fonts.px(15), fonts.px(6), fonts.px(15), fonts.px(10))
            card.add(line)
        yield card

    def _dispute(self, each: RentDispute) -> Row:
        if each.settled_on is not None and each.outcome is not None:
            chip = Chip(ChipKind.OK, self.tr("Avklart"))
            why = f"{each.words} {self.tr('Svar')}: {title_word(each.outcome)}. "
            why += each.settled_words
        else:
            chip, why = Chip(ChipKind.UNKNOWN, self.tr("Ikke avklart")), each.words
            if each.deposited_on is not None:
                told = self.tr("Betalt inn på sperret konto {}.").format(day(each.deposited_on))
                why = f"{why} {told}"
        return Row(
            each.id,
            format_kroner(each.amount),
            why,
            chip,
            when=day(each.received_on),
            action="" if each.settled_on else self.tr("Avklar …"),
        )

    def _follow(self, key: object) -> None:
        for each in self.account.disputes:
            if each.id == key and each.settled_on is None:
                self.dialogs.settle(each)

    # all of it

    def _ledger(self) -> RecordTable[LedgerLine]:
        table: RecordTable[LedgerLine] = RecordTable(
            "arrears_ledger",
            self.tr("Alle krav og innbetalinger, de nyeste først"),
            RecordModel(COLUMNS),
            identity=lambda line: (line.charge or line.payment, line.day),
        )
        lines = self.office.arrears.ledger(self.tenancy.lease)
        table.set_rows(tuple(reversed(lines)))
        table.set_note(self.tr("Enter på en linje trekker den, med grunn."))
        table.setMinimumHeight(fonts.px(LEDGER_HIGH))
        table.opened.connect(self._line)
        return table

    def _line(self, line: LedgerLine) -> None:
        if not line.stands:
            return
        if line.charge is not None:
            self.dialogs.withdraw_charge(line.charge.id)
        elif line.payment is not None:
            self.dialogs.withdraw_payment(line.payment.id)

    def _reopen(self) -> None:
        self.office.arrears.reopen(self.tenancy.lease)
        self.navigator.tell(done("arrears.reopened"))
