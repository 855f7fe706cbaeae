"""What binds a dwelling, and until when (REP-22, REP-23)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.ids import DwellingId
from app.core.periods import Period, Unit, add
from app.dwellings.clauses.model import Clause, ClauseKind
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Tone
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, TextField
from ui.kit.icons import Icon
from ui.labels import day, done, message, problem, title_word
from ui.navigation import Navigator


def clauses_card(clauses: Sequence[Clause], change: Callable[[], object], today: date) -> Card:
    """Each with its last day, amber from a year before (AL-19), and the way to say otherwise."""
    link = Button("Før inn …", change, kind=ButtonKind.QUIET)
    card = Card("Klausuler", icon=Icon.RULES, link=link)
    facts = [
        Fact(title_word(each.kind), _until(each, today), _tone(each, today)) for each in clauses
    ]
    card.add(Facts(facts or [Fact("Bundet av", "Ingen klausul er ført")]))
    return card


def _tone(clause: Clause, today: date) -> Tone | None:
    ends = clause.ends_on
    return Tone.AMBER if ends is not None and add(Period(-1, Unit.YEARS), ends) <= today else None


def _until(clause: Clause, today: date) -> str:
    ends = "" if clause.ends_on is None else f"til {day(clause.ends_on)}"
    if clause.ends_on is not None and clause.ends_on < today:
        ends = f"gikk ut {day(clause.ends_on)}"
    return ", ".join(part for part in (ends, clause.reference) if part)


def ask_clause(
    office: Office, navigator: Navigator, dwelling: DwellingId, window: QWidget
) -> AskDialog:
    """What binds it and until when; without a last day the clause is lifted."""
    today = office.clock.today()

    def act(values: Mapping[str, object]) -> None:
        since, ends, kind = values.get("since"), values.get("ends_on"), values.get("kind")
        clause = Clause(
            kind if isinstance(kind, ClauseKind) else ClauseKind.HUSBANKEN_LOAN,
            since if isinstance(since, date) else today,
            ends if isinstance(ends, date) else None,
            str(values.get("reference") or ""),
        )
        office.clauses.tell(dwelling, clause)
        navigator.tell(done("dwelling.clause_told"))

    dialog = AskDialog(
        "Klausul på boligen",
        "Husrom sier fra et år før den går ut. La dagen stå tom når en klausul er opphevet.",
        "Før inn",
        act,
        words=problem,
        message=message,
        parent=window,
    )
    kind = ChoiceField("kind", "Hva", [(each, title_word(each)) for each in ClauseKind])
    kind.set_value(ClauseKind.HUSBANKEN_LOAN)
    since = DateField("since", "Fra og med", today=office.clock.today)
    since.set_value(today)
    ends = DateField("ends_on", "Går ut", today=office.clock.today, optional=True)
    reference = TextField("reference", "Henvisning", optional=True)
    dialog.form.line(kind)
    dialog.form.line(since, ends)
    dialog.form.line(reference)
    dialog.open()
    return dialog
