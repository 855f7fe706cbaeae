"""«Gjeld»: what is owed in all, each creditor's claim, and what was said of it before."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.core.money import format_kroner
from app.core.text import percent, plural
from app.debt.claims.model import CostLevel, DebtClaim, DebtClaimStage, FoundRent
from app.debt.model import DebtCase
from app.office import Office
from ui.debt.claims.columns import COLUMNS
from ui.debt.claims.dialogs import ClaimDialogs
from ui.debt.part import DebtPart
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts, clear
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.flow import flow_of
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import day, done, title_word, word
from ui.navigation import Navigator, PageId

MOST = 15
IMPORT = "debt_overview"
ACCOUNT = "account"  # the part about claims and payments, of the page about the tenancy
_SMALL = ButtonSize.SMALL


class ClaimsPart(DebtPart):
    """Enter on a claim corrects it; the keyboard begins on the table, or on «Ny gjeld»."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = ClaimDialogs(office, navigator, self, case.id)
        self.claims = office.debt_claims.of(case.id)
        self.table: RecordTable[DebtClaim] = RecordTable(
            "debt_claims",
            self.tr("Gjeld"),
            RecordModel(COLUMNS),
            identity=lambda claim: claim.id,
        )
        self.add_button = Button(
            self.tr("Ny gjeld …"), self.dialogs.add, kind=ButtonKind.PRIMARY, icon=Icon.NEW
        )
        self.import_button = Button(
            self.tr("Hent inn fra fil"),
            partial(navigator.open, PageId.SHEET_IMPORT, self.ref(), IMPORT),
            icon=Icon.IMPORT,
        )
        self.about = Card(self.tr("Om kravet"), icon=Icon.DOCUMENT)
        self.add(*(self._found(each) for each in office.debt_claims.found_rent(case.id)))
        if not self.claims:
            self.add(self._nothing())
            return
        self.add(self._sum(), *self._told(), self.table, self.about)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda _claim: self._tell())
        self.table.set_rows(self.claims)
        self.table.show_whole(MOST)
        self.table.select(self.claims[0].id)
        self._tell()

    def begin(self) -> None:
        (self.table.view if self.claims else self.add_button).setFocus()

    # what is owed

    def _nothing(self) -> Card:
        card = Card(flush=True)
        card.add(
            EmptyState(
                self.tr("Ingen gjeld er ført inn ennå"),
                self.tr(
                    "Før inn ett krav om gangen, eller hent inn en oversikt fra Gjeldsregisteret"
                    " eller et regneark. Begynn med det som holder bolig og strøm."
                ),
                primary=self.add_button,
                secondary=self.import_button,
                drawing=False,
            )
        )
        return card

    def _sum(self) -> Card:
        totals = self.office.debt_claims.totals(self.case.id)
        fact = plural(totals.creditors, self.tr("kreditor"), self.tr("kreditorer"))
        card = Card(self.tr("Gjeld i alt"), icon=Icon.DEBT, fact=fact)
        facts = [Fact(self.tr("Skyldes"), format_kroner(totals.owed))]
        if totals.first:
            words = self.tr("Av dette bolig, strøm, forsikring og barn")
            facts.append(Fact(words, format_kroner(totals.first)))
        if totals.attached:
            words = self.tr("{} i måneden").format(format_kroner(totals.attached))
            facts.append(Fact(self.tr("Trekkes nå"), words))
        card.add(Facts(facts), flow_of(self.add_button, self.import_button))
        return card

    def _found(self, rent: FoundRent) -> Callout:
        what = self.tr("{} i husleie er forfalt og står ikke i oversikten.").format(
            format_kroner(rent.sums.total)
        )
        then = self.tr("Leieavtale {}. Beløpet følger kontoen under Restanser.")
        take = Button(self.tr("Ta med"), self._take_rent, icon=Icon.NEW, size=_SMALL)
        return Callout(ChipKind.SOON, what, then.format(rent.number), take)

    def _take_rent(self) -> None:
        act = partial(self.office.debt_claims.take_rent, self.case.id)
        if self.navigator.attempt(act):
            self.navigator.tell(done("debt_claim.rent_taken"))

    def _told(self) -> list[Callout]:
        """Costs that are higher than they may be (INK-10)."""
        found = []
        for claim in self.claims:
            cost = self.office.debt_claims.costs(claim) if claim.open else None
            if cost is not None and cost.level is CostLevel.ABOVE:
                what = self.tr("Omkostningene fra {} er over taket.").format(
                    claim.collector_name or claim.creditor_name
                )
                then = self.tr(
                    "De krever {}. Taket er {} uten merverdiavgift i en tung sak. Be om et"
                    " spesifisert krav."
                ).format(format_kroner(claim.sums.costs), format_kroner(cost.heavy))
                found.append(Callout(ChipKind.SOON, what, then))
        return found

    # the claim that is stood on

    def _open(self, claim: DebtClaim) -> None:
        if claim.draft.lease is None:
            self.dialogs.correct(claim)
        else:
            self._account(claim)

    def _account(self, claim: DebtClaim) -> None:
        if claim.draft.lease is not None:
            self.navigator.open(PageId.TENANCY_ARREARS, Ref("lease", claim.draft.lease), ACCOUNT)

    def _tell(self) -> None:
        """The facts of the claim, and its verbs."""
        claim = self.table.current
        self.about.setVisible(claim is not None)
        if claim is None:
            return
        clear(self.about.body)
        self.about.set_fact(claim.creditor_name)
        verbs = (Button(words, act, size=_SMALL) for words, act in self._verbs(claim))
        self.about.add(Facts(self._facts(claim)), flow_of(*verbs))

    def _verbs(self, claim: DebtClaim) -> list[tuple[str, Callable[[], object]]]:
        ask = self.dialogs
        about: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Om kreditoren …"), partial(ask.creditor, claim.creditor))
        ]
        if claim.receiver != claim.creditor:
            firm = partial(ask.creditor, claim.receiver)
            about.append((self.tr("Om inkassofirmaet …"), firm))
        if claim.draft.lease is not None:
            return [(self.tr("Se kontoen"), partial(self._account, claim)), *about]
        verbs: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Nytt beløp …"), partial(ask.claimed, claim)),
            (self.tr("Ny status …"), partial(ask.stands, claim)),
            (self.tr("Rett …"), partial(ask.correct, claim)),
        ]
        if claim.open:
            settled = partial(ask.stands, claim, DebtClaimStage.SETTLED)
            verbs.append((self.tr("Gjort opp …"), settled))
        return [*verbs, *about]

    def _facts(self, claim: DebtClaim) -> list[Fact]:
        draft, sums = claim.draft, claim.sums
        parts = (
            (self.tr("Hovedstol"), sums.principal),
            (self.tr("Renter"), sums.interest),
            (self.tr("Omkostninger"), sums.costs),
        )
        facts = [Fact(self.tr("Gjelder"), title_word(claim.kind))]
        facts += [Fact(name, format_kroner(part)) for name, part in parts if part]
        facts.append(Fact(self.tr("Oppgitt per"), day(draft.as_of)))
        told = (
            (self.tr("Inkassofirma"), claim.collector_name),
            (self.tr("Referanse"), draft.reference),
            (self.tr("Rente i året"), "" if draft.rate is None else percent(draft.rate)),
            (self.tr("Pant i"), draft.security),
            (self.tr("Tatt opp"), day(draft.incurred_on) if draft.incurred_on else ""),
            (self.tr("Forfall"), day(draft.due_on) if draft.due_on else ""),
            (self.tr("Rekkefølge ved trekk"), title_word(claim.kind.rank)),
            (self.tr("Merknad"), draft.words),
            (self.tr("Før"), self._before(claim)),
        )
        return [*facts, *(Fact(name, words) for name, words in told if words)]

    def _before(self, claim: DebtClaim) -> str:
        """Earlier sums and stages, the newest first."""
        rows = [
            (row.since, format_kroner(row.sums.total))
            for row in self.office.debt_claims.sums(claim.id)[:-1]
        ]
        stages = self.office.debt_claims.standings(claim.id)[:-1]
        rows += [(row.since, word(row.stage)) for row in stages]
        rows.sort(key=lambda row: row[0], reverse=True)
        return "\n".join(f"{day(since)}: {words}" for since, words in rows)
