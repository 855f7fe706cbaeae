"""«Gjør kartleggingen ferdig»: which findings become needs (D18)."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.followup.assessments.model import Assessment, AssessmentArea
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField
from ui.kit.fields import TextField
from ui.labels import done, message, problem, title_word, word
from ui.navigation import Navigator

MAKE, NEED = "make_", "need_"
LONGEST = 200


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("finish_assessment", text)


def finish_dialog(
    office: Office, navigator: Navigator, known: Assessment, window: QWidget
) -> AskDialog:
    """Each area where help is needed, ticked, with the need it makes."""
    areas = office.assessments.needing(known.draft)

    def act(values: Mapping[str, object]) -> None:
        needs = {
            area: str(values[f"{NEED}{area}"] or "") for area in areas if values[f"{MAKE}{area}"]
        }
        office.assessments.finish(known.id, needs)
        navigator.tell(done("assessment.finished"))

    dialog = AskDialog(
        tr("Gjør kartleggingen ferdig"),
        _explained(areas),
        tr("Gjør ferdig"),
        act,
        words=problem,
        message=message,
        width=640,
        parent=window.window(),
    )
    for area in areas:
        answer = word(known.draft.of(area).answer)
        dialog.form.line(CheckField(f"{MAKE}{area}", f"{title_word(area)}: {answer}"))
        dialog.form.line(TextField(f"{NEED}{area}", tr("Behovet"), longest=LONGEST))
    dialog.form.set_values(
        {f"{MAKE}{area}": True for area in areas}
        | {f"{NEED}{area}": need_words(known, area) for area in areas}
    )
    return dialog


def need_words(known: Assessment, area: AssessmentArea) -> str:
    """The person's own words; of health never, for the need stands in the plan (PV-08)."""
    said = known.draft.of(area)
    own = " ".join((said.words or said.wish).split())
    if area.sensitive or not own:
        return f"{title_word(area)}: {word(said.answer)}"
    return own if len(own) <= LONGEST else f"{own[: LONGEST - 1].rstrip()}…"


def _explained(areas: tuple[AssessmentArea, ...]) -> str:
    after = tr("Etterpå kan den leses og skrives ut, men ikke endres.")
    if not areas:
        return tr("Ingen områder trenger hjelp, så den gir ingen behov.") + " " + after
    return tr("Det som er krysset av, blir behov. Målene i planen bygger på dem.") + " " + after
