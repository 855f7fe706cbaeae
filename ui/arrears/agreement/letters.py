"""The agreement both sign, and the letter when something of it is missing (DOC-23)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.arrears.instalments.model import InstalmentDraft
from app.arrears.model import Tenancy
from app.core.money import Ore, format_kroner
from app.office import Office
from ui.kit.fields import DateField, MoneyField, MultilineField, NumberField, TextField
from ui.labels import done, named, problem
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

_SIZES = {"amount": "count", "count": "amount"}


class InstalmentDesk(LetterDesk):
    """What is agreed with the tenant of one tenancy."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, parent: QWidget | None = None
    ) -> None:
        self._tenancy = tenancy
        self._by, self._made = "amount", False
        self._begun = office.instalments.proposed(tenancy.lease)
        title = "Skriv nedbetalingsavtale"
        super().__init__(office, navigator, title, "instalments.issued", "Lag avtalen", parent)
        self.header.set_subtitle(f"{named(tenancy.tenant_name)}, {tenancy.number}")
        self._fill(self._begun)
        self.form.changed.connect(self._typed)
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the sheet tells what it lacks

    @property
    def paper(self) -> str:
        return self.tr("Avtalen")

    def add_fields(self) -> None:
        owed = self.office.arrears.owed(self._tenancy.lease)
        fact = self.tr("Forfalt og ikke betalt: {}").format(format_kroner(owed.total))
        if owed.disputed:
            more = self.tr("uenig i {}").format(format_kroner(owed.disputed))
            fact = f"{fact}, {more}"
        self.form.section(self.tr("Hva det gjelder"), fact)
        self.form.line(MoneyField("total", self.tr("Beløp i avtalen")))
        longest = self.office.instalments.longest()
        fact = self.tr("Skriv ett av tallene, så regnes det andre ut. Høyst {} avdrag.")
        self.form.section(self.tr("Avdragene"), fact.format(longest))
        self.form.line(
            MoneyField("amount", self.tr("I måneden"), optional=True),
            NumberField("count", self.tr("Antall avdrag"), least=1, most=999, optional=True),
        )
        hint, today = self.tr("Samme dag hver måned."), self.office.clock.today
        self.form.line(DateField("first_on", self.tr("Første avdrag"), hint=hint, today=today))
        self.form.section(self.tr("Enigheten"))
        self.form.line(TextField("agreed_by", self.tr("Hvem som er enige for leietakeren")))
        hint = self.tr("Kommer med i avtalen. Skriv til leietakeren: «du».")
        self.form.line(
            MultilineField(
                "words", self.tr("Annet dere er enige om"), lines=2, optional=True, hint=hint
            )
        )

    def _fill(self, draft: InstalmentDraft) -> None:
        self._by = "amount" if draft.count is None else "count"
        self.form.set_values(
            {
                "total": draft.total,
                "amount": draft.amount,
                "count": draft.count,
                "first_on": draft.first_on,
                "agreed_by": draft.agreed_by,
                "words": draft.words,
            }
        )
        self._follow()

    def _typed(self, name: str) -> None:
        """Of amount and number, what is not typed follows from what is."""
        if name in _SIZES:
            self._by = name
        if name in _SIZES or name == "total":
            self._follow()

    def _follow(self) -> None:
        parts = self.office.instalments.plan(self.draft())
        other = self.form.field(_SIZES[self._by])
        if parts:
            other.set_value(len(parts) if self._by == "amount" else parts[0].amount)

    def draft(self) -> InstalmentDraft:
        """What is typed."""
        values = self.form.values()
        first = values["first_on"]
        amount, count = _number(values["amount"]), _number(values["count"])
        by_amount = self._by == "amount"
        total = _number(values["total"])
        return InstalmentDraft(
            total=None if total is None else Ore(total),
            first_on=first if isinstance(first, date) else None,
            amount=Ore(amount) if by_amount and amount is not None else None,
            count=None if by_amount else count,
            agreed_by=str(values["agreed_by"] or ""),
            words=str(values["words"] or ""),
        )

    def preview(self) -> bytes:
        document = self.office.instalment_papers.preview(self._tenancy.lease, self.draft())
        return self.office.letters.preview(document)

    def show_letter(self) -> bool:
        if not super().show_letter():
            return False
        problems = self.office.instalments.check(self._tenancy.lease, self.draft())
        if problems:
            self.form.show_problems(problems)
            self.off(problem(problems[0]))
        return not problems

    def finish(self) -> object:
        made = self.office.instalment_papers.issue(self._tenancy.lease, self.draft())
        self._made = True
        return made

    def leave(self) -> None:
        """What is written whole stays as a draft."""
        lease, draft, known = self._tenancy.lease, self.draft(), self.office.instalments
        changed = not self._made and draft != self._begun
        if changed and not known.check(lease, draft) and known.current(lease) is None:
            verb = "instalments.written" if known.open(lease) is None else "instalments.changed"
            if self.navigator.attempt(lambda: known.write(lease, draft)):
                self.navigator.tell(done(verb))
        super().leave()

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal avtalen lages slik?"),
            self.tr(
                "Skriv den ut i to eksemplarer. Den gjelder først når begge har skrevet under og"
                " du har ført inn dagen."
            ),
        )


class MissedDesk(LetterDesk):
    """The letter to the tenant when something is missing of the agreement."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, parent: QWidget | None = None
    ) -> None:
        self._tenancy = tenancy
        title = "Brev om avdrag som mangler"
        super().__init__(office, navigator, title, "instalments.notice_issued", parent=parent)
        self.header.set_subtitle(f"{named(tenancy.tenant_name)}, {tenancy.number}")
        self.form.set_values({"until": office.instalment_papers.answer_day()})
        self.show_letter()

    def add_fields(self) -> None:
        self.form.section(self.tr("Svar"))
        hint = self.tr("Ring heller hvis du kan. Brevet er for den du ikke når.")
        today = self.office.clock.today
        self.form.line(
            DateField(
                "until", self.tr("Ring eller betal senest"), hint=hint, width=300, today=today
            )
        )

    @property
    def _until(self) -> date | None:
        day = self.form.values()["until"]
        return day if isinstance(day, date) else None

    def preview(self) -> bytes:
        papers = self.office.instalment_papers
        return self.office.letters.preview(papers.preview_notice(self._tenancy.lease, self._until))

    def finish(self) -> object:
        return self.office.instalment_papers.issue_notice(self._tenancy.lease, self._until)

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal brevet lages slik?"),
            self.tr(
                "Det legges under «Skal sendes». Leietakeren har fått vite det først den dagen"
                " brevet er sendt."
            ),
        )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
