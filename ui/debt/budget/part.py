"""«Budsjett»: where the money goes, what is left, and what may be tried."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.applications.intake.model import IncomeKind
from app.core.errors import Problem
from app.core.ids import BudgetId
from app.core.money import format_kroner
from app.debt.budget.model import NOW, BudgetLine, BudgetPart, BudgetVersion, ChangeDraft
from app.debt.claims.model import DebtClaimKind
from app.debt.model import DebtCase
from app.office import Office
from ui.debt.budget.bostotte import BostotteCard, BostotteDialogs
from ui.debt.budget.compare import CompareCard
from ui.debt.budget.desk import BUDGET_SHEET
from ui.debt.budget.dialogs import BudgetDialogs
from ui.debt.budget.offers import OffersCard
from ui.debt.budget.picture import MoneyCard
from ui.debt.budget.shown import show, shown
from ui.debt.budget.table import BudgetTable
from ui.debt.budget.told import ToldLine
from ui.debt.budget.total import TotalPanel
from ui.debt.budget.words import version_facts, version_words
from ui.debt.part import DebtPart
from ui.debt.tasks import BUDGET, ECONOMY, PLAN
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, Segments
from ui.kit.cards import Card
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout, flow_of
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label
from ui.labels import day, done, problem
from ui.navigation import Navigator

_SMALL = ButtonSize.SMALL
_NOW = str(NOW)


class BudgetView(DebtPart):
    """One version at a time, and all of them beside each other under it."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = BudgetDialogs(office, navigator, self, case.id, self._turn)
        self.bostotte_dialogs = BostotteDialogs(office, navigator, self, case.id)
        budgets = office.debt_budgets
        self.versions = (budgets.now(case.id), *budgets.of(case.id))
        self.holds = budgets.chosen(case.id)
        self.version = self._shown_version()
        self.budget = budgets.compute(case.id, self.version)
        self.table: BudgetTable | None = None
        self.offers: OffersCard | None = None
        self.new_button = Button(
            self.tr("Ny versjon …"),
            partial(self.dialogs.new, self.version),
            kind=ButtonKind.QUIET,
            icon=Icon.NEW,
            size=_SMALL,
        )
        if not self.budget.lines:
            self.add(self._nothing())
            return
        self.add(self._top())
        self.add(SideBySide(self._month(), self._aside(), shares=(65, 35)))
        if len(self.versions) > 1:
            self.add(CompareCard([budgets.compute(case.id, each) for each in self.versions]))

    def begin(self) -> None:
        if self.table is not None:
            self.table.view.setFocus()
        else:
            self.economy_button.setFocus()

    # which version

    def _shown_version(self) -> BudgetVersion:
        wanted = shown(self.navigator, self.case.id)
        wanted = self.holds.id if wanted is None else wanted
        return next((each for each in self.versions if each.id == wanted), self.versions[0])

    def show_version(self, budget: BudgetId) -> None:
        """The one stood on from now."""
        show(self.navigator, self.case.id, budget)

    def _turn(self, chosen: object) -> None:
        self.show_version(BudgetId(int(str(chosen))))
        self.go(BUDGET)

    # nothing yet

    def _nothing(self) -> Card:
        card = Card(flush=True)
        self.economy_button = Button(
            self.tr("Til økonomien"),
            partial(self.go, ECONOMY),
            kind=ButtonKind.PRIMARY,
            icon=Icon.MONEY,
        )
        card.add(
            EmptyState(
                self.tr("Budsjettet kommer av økonomien"),
                self.tr("Før inn husstanden, inntektene og boutgiftene. Da regnes budsjettet ut."),
                primary=self.economy_button,
            )
        )
        return card

    # the version that is shown

    def _top(self) -> QWidget:
        choices = [(str(each.id), version_words(each)) for each in self.versions]
        name = self.tr("Versjon av budsjettet")
        self.choice = Segments(name, choices, str(self.version.id), wraps=True)
        self.choice.chosen.connect(self._turn)
        versions, paper = _line(), _line()
        versions.addWidget(self.choice)
        versions.addWidget(self.new_button)
        versions.addStretch(1)
        paper.addStretch(1)
        since = self.budget.rates_since
        if since is not None:
            paper.addWidget(
                Label(self.tr("Satser fra {}").format(day(since)), Type.HELP, Token.TEXT2)
            )
        self.print_button = Button(
            self.tr("Skriv ut budsjett"), partial(self.go, BUDGET_SHEET), icon=Icon.PRINT
        )
        if not self.budget.whole:
            self.print_button.set_off(self.tr("Budsjettet er ikke ferdig."))
        paper.addWidget(self.print_button)
        return SideBySide(_held(versions), _held(paper), shares=(3, 2))

    def _month(self) -> QWidget:
        column = QWidget()
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(fonts.px(12))
        self.table = BudgetTable(self.budget)
        self.table.opened.connect(self._change)
        self.table.stand_on(self.budget.lines[0].key)
        outer.addWidget(TotalPanel(self.budget))
        outer.addWidget(self.table)
        outer.addLayout(self._verbs())
        outer.addStretch(1)
        return column

    def _verbs(self) -> FlowLayout:
        version = self.version
        buttons = [
            Button(
                self.tr("Ny linje …"),
                partial(self.dialogs.add, version),
                icon=Icon.NEW,
                size=_SMALL,
            )
        ]
        if version.id != self.holds.id and self.budget.whole:
            choose = partial(self.dialogs.choose, version)
            buttons.append(Button(self.tr("La det gjelde …"), choose, icon=Icon.OK, size=_SMALL))
        if not version.now and version.printed_on is None:
            correct = partial(self.dialogs.correct, version)
            words = self.tr("Endre navn eller dag …")
            buttons.append(Button(words, correct, icon=Icon.EDIT, size=_SMALL))
            if version.id != self.holds.id:
                remove = partial(self.dialogs.remove, version)
                buttons.append(Button(self.tr("Ta bort"), remove, icon=Icon.DELETE, size=_SMALL))
        holds = version.id == self.holds.id
        said = Label(version_facts(version, holds=holds), Type.HELP, Token.TEXT2)
        said.setMinimumHeight(buttons[0].sizeHint().height())
        return flow_of(*buttons, said)

    def _change(self, line: object) -> None:
        if isinstance(line, BudgetLine):
            self.dialogs.line(self.version, line)

    # beside it

    def _aside(self) -> QWidget:
        column = QWidget()
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(fonts.px(12))
        outer.addWidget(MoneyCard(self.budget))
        offers = self.office.debt_budgets.offers(self.budget)
        if offers:
            self.offers = OffersCard(offers, partial(self.go, PLAN))
            outer.addWidget(self.offers)
        told = self._told()
        if told is not None:
            outer.addWidget(told)
        outer.addWidget(self._bostotte())
        outer.addStretch(1)
        return column

    def _told(self) -> Card | None:
        """«Å se på»: what stops the budget first, then what is only told."""
        found = sorted(self.budget.problems, key=lambda each: not each.blocks)
        more = [words for words in (self._twice(), self._heating()) if words]
        if not found and not more:
            return None
        card = Card(self.tr("Å se på"))
        for each in found:
            kind = ChipKind.SOON if each.blocks or each.code in _LOUD else ChipKind.INFO
            card.add(ToldLine(kind, problem(each), self._remedy(each)))
        for words in more:
            card.add(ToldLine(ChipKind.INFO, words))
        return card

    def _remedy(self, found: Problem) -> Button | None:
        if found.code in _IN_ECONOMY:
            return Button(self.tr("Til økonomien"), partial(self.go, ECONOMY), size=_SMALL)
        if found.code in _ADDED and self.version.printed_on is None:
            add = partial(self.dialogs.add, self.version, BudgetPart.LIVING)
            return Button(self.tr("Legg til …"), add, size=_SMALL)
        if found.code == "budget_line_gone" and self.version.printed_on is None:
            keys = {line.key for line in self.budget.lines}
            gone = [c for c in self.version.changes if c.line and c.line not in keys]
            if gone:
                drop = partial(self.dialogs.drop, self.version, gone[0].id)
                return Button(self.tr("Ta bort"), drop, size=_SMALL)
        return None

    def _twice(self) -> str:
        """Rent owed that is both agreed beforehand and among the claims."""
        offers = self.office.debt_budgets.offers(self.budget)
        if not self.budget.agreed or all(each.kind is not DebtClaimKind.RENT for each in offers):
            return ""
        return self.tr("Er avdrag på husleie trukket fra, så ta husleien ut av tilbudene i planen.")

    def _heating(self) -> str:
        """What the allowance gains where heating is paid beside the rent."""
        found = self.office.debt_budgets.bostotte(self.case.id)
        if found is None or not found.heating:
            return ""
        words = self.tr("Bostøtta kan bli {} høyere hvis oppvarming ikke er med i husleien.")
        return words.format(format_kroner(found.heating))

    def _bostotte(self) -> BostotteCard:
        found = self.office.debt_budgets.bostotte(self.case.id)
        may = found is not None and not self.version.now and self.version.printed_on is None
        put = self._put_bostotte if may else None
        until = self.office.debt_budgets.bostotte_apply_by()
        self.bostotte = BostotteCard(found, self.bostotte_dialogs.check, put, until)
        return self.bostotte

    def _put_bostotte(self) -> None:
        """The rough sum in place of what comes in now, or as a line of its own."""
        found = self.office.debt_budgets.bostotte(self.case.id)
        if found is None:
            return
        lines = self.budget.of(BudgetPart.INCOME)
        at = next((line.key for line in lines if line.kind is IncomeKind.BOSTOTTE), "")
        words, reason = self.tr("Bostøtte, beregnet"), self.tr("grovt regnet, ikke innvilget")
        draft = ChangeDraft(BudgetPart.INCOME, words, found.monthly, at, reason)
        if self.navigator.attempt(partial(self.office.debt_budgets.put, self.version.id, draft)):
            self.navigator.tell(done("budget.changed"))


def _line() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(fonts.px(12))
    return line


def _held(line: QHBoxLayout) -> QWidget:
    held = QWidget()
    held.setLayout(line)
    return held


_LOUD = frozenset({"budget_power_in_rate", "budget_rates_overdue", "budget_line_gone"})
_ADDED = frozenset(
    {"budget_reference_missing", "budget_costs_left_out", "budget_costs_beside_reference"}
)
_IN_ECONOMY = frozenset({"budget_household_missing", "budget_income_missing"})
