"""«Papirer vi mangler»: which, by when, the letter beside it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.debt.model import DebtCase
from app.debt.papers.model import DebtPaperKind, PaperLetterDraft
from app.office import Office
from ui.debt.economy.words import tr
from ui.kit.fields import DateField, MultilineField
from ui.kit.ticks_field import TicksField
from ui.labels import named, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

PAPERS_LETTER = "papers_letter"


class PapersLetterDesk(LetterDesk):
    """Begins with all that is still to come."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        self._case = case
        title = tr("Be om papirer som mangler")
        super().__init__(office, navigator, title, "debt_papers.letter_issued", "", parent)
        self.header.set_subtitle(named(case.name))
        draft = office.debt_paper_letters.drafted(case.id)
        self.form.set_values({"kinds": draft.kinds, "answer_by": draft.answer_by})
        self.show_letter()

    def add_fields(self) -> None:
        kinds = [(each, title_word(each)) for each in DebtPaperKind]
        self.form.line(TicksField("kinds", tr("Papirer vi ber om"), kinds, column=340))
        today = self.office.clock.today
        hint = tr("Brevet sier også at personen kan levere det hen har, og få hjelp med resten.")
        self.form.line(DateField("answer_by", tr("Leveres senest"), today=today))
        self.form.line(
            MultilineField("words", tr("Skriv til personen"), optional=True, lines=2, hint=hint)
        )

    def draft(self) -> PaperLetterDraft:
        """What is typed."""
        values = self.form.values()
        kinds, day = values["kinds"], values["answer_by"]
        chosen = kinds if isinstance(kinds, frozenset) else ()
        return PaperLetterDraft(
            frozenset(each for each in chosen if isinstance(each, DebtPaperKind)),
            day if isinstance(day, date) else None,
            str(values["words"] or ""),
        )

    def preview(self) -> bytes:
        draft = self.draft()
        problems = self.office.debt_paper_letters.check(draft)
        if problems:
            raise Invalid(problems)
        document = self.office.debt_paper_letters.preview(self._case.id, draft)
        return self.office.letters.preview(document)

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal brevet lages slik?"),
            self.tr(
                "Papirene står som bedt om når brevet er sendt. Det legges under «Skal sendes»."
            ),
        )

    def finish(self) -> object:
        return self.office.debt_paper_letters.issue(self._case.id, self.draft())
