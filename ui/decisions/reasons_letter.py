"""«Skriv begrunnelse»: the words, the letter as it would go out, and the letter made."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.core.ids import VedtakId
from app.decisions.reasons.model import ReasonsDraft
from app.letters.model import OnPaper
from app.office import Office
from ui.asking import text
from ui.decisions.appeal_dialogs import Asking
from ui.kit.beside import FinalDialog, PaperDialog
from ui.kit.fields import MultilineField
from ui.labels import done
from ui.navigation import Navigator

_BLOCKS = (
    ("rules_text", "Regler", "Hvilke regler du brukte."),
    ("facts_text", "Fakta", "Det som er spesielt i denne saken. Skriv «du»."),
    ("considerations_text", "Hensyn", "Hva som veide mest da du valgte."),
)


class ReasonsDialog(Asking):
    """The three blocks of the reasons, begun with what the vedtak says already."""

    def __init__(
        self,
        office: Office,
        vedtak: VedtakId,
        ready: Callable[[ReasonsDraft], object],
        parent: QWidget | None = None,
    ) -> None:
        made: list[ReasonsDraft] = []

        def act(values: Mapping[str, object]) -> None:
            draft = ReasonsDraft(*(text(values, name) for name, _, _ in _BLOCKS))
            problems = office.reasons.check(draft)
            if problems:
                raise Invalid(problems)
            made.append(draft)

        super().__init__(
            "Skriv begrunnelse",
            "Brevet får også med hvordan kravene ble vurdert. Klagefristen begynner på nytt når"
            " det har kommet fram.",
            "Vis brevet",
            act,
            lambda: ready(made[-1]),
            parent,
        )
        known = office.reasons.suggested(vedtak)
        for (name, label, hint), words in zip(_BLOCKS, known.blocks, strict=True):
            self.form.line(MultilineField(name, label, lines=3, hint=hint))
            self.form.set_values({name: words or None})
        self.form.field("rules_text").control.setFocus()


class ReasonsLetters:
    """Shows the letter and makes it when that is accepted."""

    def __init__(self, office: Office, navigator: Navigator, over: QWidget) -> None:
        self._office, self._navigator, self._over = office, navigator, over

    def write(self, vedtak: VedtakId) -> ReasonsDialog:
        """The words first, then the letter, then it is made."""
        made = ReasonsDialog(
            self._office, vedtak, lambda draft: self.show(vedtak, draft), self._over
        )
        made.open()
        return made

    def show(self, vedtak: VedtakId, draft: ReasonsDraft) -> None:
        """The letter before it is made."""
        shown: list[bytes] = []
        office = self._office
        if not self._navigator.attempt(
            lambda: shown.append(office.letters.preview(office.reasons.preview(vedtak, draft)))
        ):
            return
        dialog = FinalDialog(
            "Skal begrunnelsen sendes slik?",
            "Brevet legges under «Brev» og kan ikke endres etterpå.",
            shown[0],
            "Lag brevet",
            self._over,
        )
        dialog.accepted.connect(lambda: self.make(vedtak, draft))
        dialog.open()

    def make(self, vedtak: VedtakId, draft: ReasonsDraft) -> None:
        """The letter is made; what is kept nowhere must be printed now."""
        made: list[object] = []
        if not self._navigator.attempt(
            lambda: made.append(self._office.reasons.issue(vedtak, draft))
        ):
            return
        if isinstance(made[0], OnPaper):
            PaperDialog("Begrunnelse", made[0].content, self._over).open()
        self._navigator.tell(done("reasons.issued"), undo=False)
