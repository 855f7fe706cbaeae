"""What an officer does with an application without a vedtak: each with day and reason."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.applications.model import ApplicationState
from app.core.ids import ApplicationId
from app.core.records import dataclass
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField, TextField
from ui.labels import message, problem

S = ApplicationState


@dataclass(frozen=True, slots=True)
class StateVerb:
    """One move: the words of its button, what it means, and whether it asks for a reason."""

    to: ApplicationState
    words: str
    explanation: str
    asks: str
    verb: str


VERBS = {
    S.IN_ASSESSMENT: StateVerb(
        S.IN_ASSESSMENT,
        "Ta til behandling",
        "Du eller en kollega begynner på saken.",
        "",
        "application.assessment_started",
    ),
    S.INCOMPLETE: StateVerb(
        S.INCOMPLETE,
        "Be om opplysninger",
        "Søknaden venter til søkeren har svart. Svarfristen løper som før.",
        "Hva mangler",
        "application.papers_asked",
    ),
    S.WITHDRAWN: StateVerb(
        S.WITHDRAWN,
        "Trekk søknaden",
        "Søkeren vil ikke ha bolig fra kommunen lenger.",
        "Hvordan søkeren sa fra",
        "application.withdrawn",
    ),
    S.LAPSED: StateVerb(
        S.LAPSED,
        "La søknaden falle bort",
        "Bare etter at søkeren har fått brev om det.",
        "Hvorfor den faller bort",
        "application.lapsed",
    ),
}

_MAY = {
    S.RECEIVED: (S.IN_ASSESSMENT, S.INCOMPLETE, S.WITHDRAWN, S.LAPSED),
    S.INCOMPLETE: (S.IN_ASSESSMENT, S.WITHDRAWN, S.LAPSED),
    S.IN_ASSESSMENT: (S.INCOMPLETE, S.WITHDRAWN, S.LAPSED),
    S.GRANTED_WAITING: (S.WITHDRAWN, S.LAPSED),
}


def verbs_from(state: ApplicationState) -> tuple[StateVerb, ...]:
    """What can be done by hand from a state."""
    return tuple(VERBS[to] for to in _MAY.get(state, ()))


class StateDialog(AskDialog):
    """Asks from which day, and why where that is needed."""

    def __init__(
        self,
        office: Office,
        application: ApplicationId,
        verb: StateVerb,
        done: Callable[[StateVerb], object],
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            since = values["since"]
            day = since if isinstance(since, date) else office.clock.today()
            reason = str(values.get("reason") or "")
            office.applications.take(application, verb.to, day, reason)
            done(verb)

        super().__init__(
            verb.words,
            verb.explanation,
            verb.words,
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        since = DateField("since", "Fra og med", today=office.clock.today)
        if verb.asks:
            self.form.line(since, TextField("reason", verb.asks))
        else:
            self.form.line(since)
        self.form.set_values({"since": office.clock.today()})
        if verb.asks:
            self.form.field("reason").control.setFocus()
