"""«Lag oversikten til namsfogden»: what no list holds is written down, the sheet beside it."""

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.debt.measures.overview.model import OverviewDraft
from app.debt.model import DebtCase
from app.office import Office
from ui.debt.measures.words import tr
from ui.kit.fields import MultilineField
from ui.labels import named
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

NAMSFOGD_OVERVIEW = "namsfogd_overview"


class OverviewDesk(LetterDesk):
    """All that the register knows is there already; what is not, the sheet says is missing."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        self._case = case
        title, make = tr("Oversikt til namsfogden"), tr("Lag oversikten")
        super().__init__(office, navigator, title, "debt_overview.printed", make, parent)
        self.header.set_subtitle(named(case.name))
        self.show_letter()

    @property
    def paper(self) -> str:
        return self.tr("Oversikten")

    def add_fields(self) -> None:
        hint = tr("Det som står tomt, sier oversikten at mangler.")
        self.form.section(tr("Dette spør namsfogden også om"), hint)
        for name, label, example in (
            ("work", tr("Arbeid og utdanning"), ""),
            ("cause", tr("Årsaken til gjelda"), tr("Hva som skjedde, og når.")),
            ("attempt", tr("Forsøk på avtale"), tr("Hvem som ble spurt, og hva de svarte.")),
            ("partner", tr("Ektefelle eller samboer"), tr("Hva hen eier og skylder.")),
            ("given_away", tr("Gaver og salg"), tr("Verdier gitt bort eller solgt nylig.")),
            ("sureties", tr("Andre som svarer for gjelda"), ""),
        ):
            self.form.line(MultilineField(name, label, optional=True, lines=2, hint=example))

    def draft(self) -> OverviewDraft:
        """What is typed."""
        values = self.form.values()
        return OverviewDraft(**{name: str(values[name] or "") for name in self.form.names})

    def preview(self) -> bytes:
        problems = self.office.namsfogd_overviews.check(self._case.id, self.draft())
        if problems:
            raise Invalid(problems)
        document = self.office.namsfogd_overviews.preview(self._case.id, self.draft())
        return self.office.letters.preview(document)

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal oversikten lages slik?"),
            self.tr(
                "Hele fødselsnummeret står på den. Personen leser, skriver under og sender den"
                " med søknaden. Den lagres under «Brev» og kan ikke endres."
            ),
        )

    def finish(self) -> object:
        return self.office.namsfogd_overviews.make(self._case.id, self.draft())
