"""«Økonomien»: whom the budget is for, what comes in and goes out, what is owned, the papers."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import PersonId
from app.core.money import Ore, format_kroner
from app.debt.economy.model import Economy, EconomyLine, Entry, Owned
from app.debt.model import DebtCase
from app.office import Office
from ui.debt.economy.desk import PAPERS_LETTER
from ui.debt.economy.household import HouseholdDialogs
from ui.debt.economy.lines import LineDialogs
from ui.debt.economy.papers import PapersCard
from ui.debt.economy.words import (
    children_words,
    entry_title,
    entry_words,
    monthly_words,
    tr,
    unseen_words,
)
from ui.debt.part import DebtPart
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Heading, Row, Shape
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label
from ui.labels import day, title_word
from ui.navigation import Navigator

_SMALL = ButtonSize.SMALL


class EconomyPart(DebtPart):
    """One card for each list; Enter on a line changes it."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.known = office.debt_economy.of(case.id)
        self.names = office.debt_economy.earners(case.id)
        self.household_dialogs = HouseholdDialogs(office, navigator, self, case.id)
        self.dialogs = LineDialogs(office, navigator, self, case.id)
        self.lists: dict[EconomyLine, RowList] = {}
        self.buttons: dict[EconomyLine, Button] = {}
        self.household_button = Button(
            self.tr("Se over husstanden …")
            if self.known.household is None
            else self.tr("Endre husstanden …"),
            self.household_dialogs.open,
            kind=ButtonKind.PRIMARY if self.known.household is None else ButtonKind.SECONDARY,
            icon=Icon.PERSON,
            size=_SMALL,
        )
        self.papers = PapersCard(
            office,
            navigator,
            case.id,
            partial(self.go, PAPERS_LETTER),
            main=self.known.household is not None,
        )
        self.add(SideBySide(self._household(), self._month()))
        self.add(self._incomes(), self._costs(), self._owned(), self.papers)

    def begin(self) -> None:
        if self.known.household is None:
            self.household_button.setFocus()
        else:
            self.buttons[EconomyLine.INCOME].setFocus()

    # the household

    def _household(self) -> Card:
        known, today = self.known.household, self.office.clock.today()
        since = self.office.debt_economy.household_since(self.case.id)
        fact = self.tr("fra {}").format(day(since)) if since else ""
        card = Card(self.tr("Husstanden i budsjettet"), icon=Icon.PEOPLE, fact=fact)
        if known is None:
            words = self.tr(
                "Ikke ført inn ennå. Skjemaet begynner med det registeret vet om husstanden."
            )
            card.add(Label(words, Type.BODY, Token.TEXT2, wrap=True))
        else:
            card.add(
                Facts(
                    (
                        Fact(self.tr("Personen er"), title_word(known.status)),
                        Fact(self.tr("Voksne"), str(known.adults)),
                        Fact(self.tr("Barn"), children_words(known, today)),
                    )
                )
            )
            for child in known.grown(today):
                who = child.name or self.tr("Et barn")
                card.add(
                    Callout(
                        ChipKind.SOON,
                        self.tr("{} er fylt 18 år.").format(who),
                        self.tr("Endre husstanden fra dagen det skjedde, så blir satsene rette."),
                    )
                )
        card.body.addStretch(1)
        card.add(button_line(self.household_button))
        return card

    # what a month is

    def _month(self) -> Card:
        known = self.known
        card = Card(self.tr("En vanlig måned"), icon=Icon.CALENDAR)
        left = Ore(known.income - known.cost)
        card.add(
            Facts(
                (
                    Fact(self.tr("Kommer inn"), format_kroner(known.income)),
                    Fact(self.tr("Går ut"), format_kroner(known.cost)),
                    Fact(self.tr("Igjen før gjeld"), format_kroner(left)),
                    Fact(self.tr("Eiendeler"), format_kroner(_worth(known.owned))),
                )
            )
        )
        words = self.tr("Slik det er fortalt. Budsjettet regner med satsene for livsopphold.")
        card.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        unseen = _unseen(known)
        if unseen:
            card.add(Label(unseen_words(unseen), Type.HELP, Token.TEXT2, wrap=True))
        card.body.addStretch(1)
        return card

    # the lists

    def _incomes(self) -> Card:
        return self._list(
            EconomyLine.INCOME,
            self.known.incomes,
            (self.tr("Inntekter"), self.tr("Ny inntekt …"), format_kroner(self.known.income)),
            self.tr("Ingen inntekter ennå"),
            self.tr("Legg til lønn, ytelser og bidrag, slik de kommer inn på konto."),
        )

    def _costs(self) -> Card:
        extra = self._rent_button()
        return self._list(
            EconomyLine.COST,
            self.known.costs,
            (self.tr("Utgifter"), self.tr("Ny utgift …"), format_kroner(self.known.cost)),
            self.tr("Ingen utgifter ennå"),
            self.tr("Begynn med boligen og strømmen, så forsikring og barna."),
            extra,
        )

    def _rent_button(self) -> tuple[Button, ...]:
        """What the lease with us says, where it is not written or has changed."""
        economy = self.office.debt_economy
        rent, changed = economy.suggested_rent(self.case.id), economy.changed_rent(self.case.id)
        if rent is not None and rent.amount is not None:
            words = self.tr("Før inn husleien vår: {}").format(format_kroner(rent.amount))
            act = partial(self.dialogs.use_rent, rent)
        elif changed is not None and changed[1].amount is not None:
            words = self.tr("Husleien vår er nå {}: bruk den").format(
                format_kroner(changed[1].amount)
            )
            act = partial(self.dialogs.use_new_rent, *changed)
        else:
            return ()
        return (Button(words, act, icon=Icon.LEASES, size=_SMALL),)

    def _owned(self) -> Card:
        return self._list(
            EconomyLine.OWNED,
            self.known.owned,
            (
                self.tr("Eiendeler"),
                self.tr("Ny eiendel …"),
                format_kroner(_worth(self.known.owned)),
            ),
            self.tr("Ingen eiendeler ennå"),
            self.tr("Legg til penger i banken, bil, bolig og annet som er verdt noe."),
        )

    def _list(
        self,
        line: EconomyLine,
        entries: Sequence[Entry],
        words: tuple[str, str, str],
        empty: str,
        how: str,
        extra: tuple[Button, ...] = (),
    ) -> Card:
        title, new_words, total = words
        new = Button(new_words, partial(self.dialogs.new, line), icon=Icon.NEW, size=_SMALL)
        self.buttons[line] = new
        card = Card(title, icon=_ICONS[line], fact=total if entries else "", flush=True)
        rows = self.lists[line] = RowList(title, Shape.TODAY, whole=True, parent=self)
        others = self.office.debt_economy.others(self.case.id, line)
        if not entries and not others:
            rows.hide()
            inner = QVBoxLayout()
            inner.setContentsMargins(fonts.px(16), fonts.px(4), fonts.px(16), fonts.px(10))
            inner.setSpacing(fonts.px(10))
            inner.addWidget(Label(f"{empty}. {how}", Type.BODY, Token.TEXT2, wrap=True))
            inner.addLayout(button_line(new, *extra))
            card.add(inner)
            return card
        rows.set_rows(self._rows(entries, others))
        rows.select_end(last=False)
        rows.activated_key.connect(lambda key: self.dialogs.change(line, int(str(key))))
        card.add(button_line(new, *extra, inset=True), rows)
        return card

    def _rows(self, entries: Sequence[Entry], others: Sequence[Entry]) -> list[Row | Heading]:
        """What holds now; what comes and what was stand under it and are not counted."""
        today = self.office.clock.today()
        shown: list[Row | Heading] = [_row(each, self.names) for each in entries]
        for title, later in ((self.tr("Kommer"), True), (self.tr("Tidligere"), False)):
            found = [each for each in others if (each.since > today) is later]
            if found:
                shown += [Heading(title), *(_row(each, self.names) for each in found)]
        return shown


_ICONS = {
    EconomyLine.INCOME: Icon.MONEY,
    EconomyLine.COST: Icon.ARREARS,
    EconomyLine.OWNED: Icon.HOME,
}


def _row(entry: Entry, names: Mapping[PersonId, str]) -> Row:
    seen = not isinstance(entry, Owned) and entry.seen
    chip = Chip(ChipKind.OK, tr("Vist på papir")) if seen else None
    return Row(
        entry.id,
        entry_title(entry),
        entry_words(entry, names),
        chip,
        when=monthly_words(entry),
        how_long="" if isinstance(entry, Owned) else tr("per måned"),
        action=tr("Endre"),
    )


def _worth(owned: Sequence[Owned]) -> Ore:
    return Ore(sum(each.value for each in owned))


def _unseen(known: Economy) -> int:
    seen = [each.seen for each in known.incomes] + [each.seen for each in known.costs]
    return seen.count(False)
