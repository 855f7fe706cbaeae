"""What is asked about an individual plan: whether it is wanted, and what each part says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.days import short_day
from app.core.ids import PersonId
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlan,
    IndividualPlanState,
    Participant,
    ParticipantDraft,
)
from app.followup.individual_plans.model import IndividualPlanPart as Part
from app.office import Office
from ui.followup.individual_plan.words import tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.rows_field import RowsField
from ui.labels import capital, done, message, problem, title_word, word
from ui.navigation import Navigator

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Asked:
    """A text of the plan: its field, its label and an explanation."""

    name: str
    label: str
    hint: str = ""
    lines: int = 3


def texts() -> dict[Part, tuple[str, tuple[Asked, ...]]]:
    """What is asked about each part that is written in words, and why."""
    return {
        Part.GOALS: (
            tr("Målene og behovene skrives under «Plan». Her skriver du det andre."),
            (
                Asked(
                    "resources", tr("Ressurser"), tr("Hva personen er god på, og hvem som er der.")
                ),
            ),
        ),
        Part.RESPONSIBLE: (
            tr("Koordinatoren står under «Koordinator og kontaktlege». Det er alltid bare én."),
            (Asked("prepared_by", tr("Hvem som lager planen"), lines=2),),
        ),
        Part.CONTRIBUTIONS: (
            tr("Skriv kort, med personens egne ord der det går."),
            (
                Asked("own_contribution", tr("Det personen selv bidrar med")),
                Asked("services_contribution", tr("Det tjenestene bidrar med")),
                Asked(
                    "relatives_contribution",
                    tr("Det pårørende bidrar med"),
                    tr("La feltet stå tomt hvis ingen pårørende har oppgaver."),
                    2,
                ),
            ),
        ),
        Part.CARRIED_OUT: (
            tr("Hvem begynner, hva kommer først, og hvordan snakker dere sammen underveis?"),
            (Asked("carried_out", tr("Slik gjør vi det")),),
        ),
        Part.COOPERATION: (
            tr("Andre tjenester, kommuner eller sykehus. Skriv «Ingen nå» hvis det ikke er noen."),
            (Asked("cooperation", tr("Andre dere må samarbeide med")),),
        ),
        Part.CHILD: (
            tr("Barn skal få si hva de mener når planen gjelder dem."),
            (Asked("child_participation", tr("Slik har barnet vært med")),),
        ),
    }


class IndividualPlanDialogs:
    """Opens them; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window
        self._own = office.individual_plans
        self._today: Callable[[], date] = office.clock.today

    # whether one is wanted

    def want(self, person: PersonId) -> AskDialog:
        """The consent first; the plan begins with it."""
        goes_on = self._own.state(person) is IndividualPlanState.CONSENT_OVER
        verb = "consent.given" if goes_on else "individual_plan.begun"
        dialog = self._ask(
            tr("Personen ønsker individuell plan"),
            tr(
                "Planen lages aldri uten samtykke. Forklar hva planen er, og at samtykket kan"
                " trekkes når som helst. Hvem planen kan deles med, fører du inn under «Tjenester»."
            ),
            tr("Før inn samtykket"),
            lambda values: self._own.want(
                person, _day(values["since"]) or self._today(), _day(values["until"])
            ),
            verb,
        )
        dialog.form.line(
            DateField("since", tr("Sa ja"), today=self._today),
            DateField("until", tr("Samtykket gjelder til og med"), today=self._today),
        )
        today = self._today()
        dialog.form.set_values({"since": today, "until": _in_a_year(today)})
        dialog.open()
        return dialog

    def offered(self, person: PersonId, *, declined: bool) -> AskDialog:
        """It was offered that day; perhaps it is not wanted."""
        title = tr("Tilbudt, ønsker ikke") if declined else tr("Individuell plan er tilbudt")
        explanation = (
            tr("Personen kan ombestemme seg. Koordinator skal tilbys likevel.")
            if declined
            else tr("Svaret fører du inn når personen har bestemt seg.")
        )
        act = self._own.decline if declined else self._own.offer
        dialog = self._ask(
            title,
            explanation,
            tr("Før inn"),
            lambda values: act(person, _day(values["since"])),
            "individual_plan.declined" if declined else "individual_plan.offered",
        )
        dialog.form.line(DateField("since", tr("Dag"), today=self._today))
        dialog.form.set_values({"since": self._today()})
        dialog.open()
        return dialog

    def coordinator(
        self, known: IndividualPlan, post: CoordinatorPost = CoordinatorPost.COORDINATOR
    ) -> AskDialog:
        """Offered, declined, appointed or not relevant, plan or no plan (HOL-02)."""

        def act(values: Values) -> None:
            answer = values["answer"]
            chosen = answer if isinstance(answer, CoordinatorAnswer) else CoordinatorAnswer.OFFERED
            named = chosen is CoordinatorAnswer.APPOINTED
            offer = CoordinatorOffer(
                post,
                chosen,
                _day(values["since"]) or self._today(),
                str(values["name"] or "").strip() if named else "",
            )
            self._own.answer_coordinator(known.person, offer)

        dialog = self._ask(title_word(post), _of_post(post), tr("Før inn"), act, _ANSWERED)
        answers = [(each, title_word(each)) for each in CoordinatorAnswer]
        dialog.form.line(RadioField("answer", tr("Hva personen har fått"), answers))
        dialog.form.line(
            TextField("name", tr("Navn"), optional=True, hint=tr("Trengs når en er oppnevnt.")),
            DateField("since", tr("Fra og med"), today=self._today),
        )
        before = known.offers.get(post)
        name = before.name if before else ""
        if not name and post is CoordinatorPost.COORDINATOR:
            name = known.owner
        dialog.form.set_values(
            {
                "answer": before.answer if before else CoordinatorAnswer.OFFERED,
                "name": name,
                "since": self._today(),
            }
        )
        dialog.open()
        return dialog

    # the parts

    def words(self, known: IndividualPlan, part: Part) -> AskDialog:
        """The texts of one part."""
        explanation, asked = texts()[part]

        def act(values: Values) -> None:
            said = {each.name: str(values[each.name] or "").strip() for each in asked}
            self._own.change(
                known.person,
                replace(known.draft, **said),  # type: ignore[arg-type]  # texts of the draft alone
            )

        dialog = self._ask(title_word(part), explanation, tr("Lagre"), act, _CHANGED)
        for each in asked:
            dialog.form.line(
                MultilineField(
                    each.name, each.label, lines=each.lines, hint=each.hint, optional=True
                )
            )
        dialog.form.set_values({each.name: getattr(known.draft, each.name) for each in asked})
        dialog.open()
        return dialog

    def period(self, known: IndividualPlan) -> AskDialog:
        """From when to when, and the days the plan is gone through."""

        def act(values: Values) -> None:
            rows = values["revise_on"]
            days = [row.get("day") for row in rows] if isinstance(rows, tuple) else []
            draft = replace(
                known.draft,
                starts_on=_day(values["starts_on"]),
                ends_on=_day(values["ends_on"]),
                revise_on=tuple(day for day in days if isinstance(day, date)),
            )
            self._own.change(known.person, draft)

        dialog = self._ask(
            title_word(Part.PERIOD),
            tr("Skriv tiden planen gjelder for, og dagene dere ser på den sammen."),
            tr("Lagre"),
            act,
            _CHANGED,
        )
        dialog.form.line(
            DateField("starts_on", tr("Gjelder fra"), optional=True, today=self._today),
            DateField("ends_on", tr("Gjelder til"), optional=True, today=self._today),
        )
        dialog.form.section(tr("Dager for revisjon"))
        dialog.form.line(RowsField("revise_on", tr("dag for revisjon"), self._revision, ("day",)))
        draft = known.draft
        dialog.form.set_values(
            {
                "starts_on": draft.starts_on,
                "ends_on": draft.ends_on,
                "revise_on": tuple({"day": day} for day in draft.revise_on),
            }
        )
        dialog.open()
        return dialog

    def _revision(self) -> tuple[tuple[DateField, ...], ...]:
        return ((DateField("day", tr("Revisjon"), today=self._today),),)

    def extents(self, known: IndividualPlan, lines: tuple[tuple[int, str], ...]) -> AskDialog:
        """How much of each measure is given."""

        def act(values: Values) -> None:
            said = {measure: str(values[_field(measure)] or "") for measure, _ in lines}
            self._own.set_extents(known.person, said)

        dialog = self._ask(
            title_word(Part.MEASURES),
            tr("Tiltakene og hvem som har ansvaret, står under «Plan». Her skriver du omfanget."),
            tr("Lagre"),
            act,
            "individual_plan.extent_set",
        )
        for measure, words in lines:
            dialog.form.line(TextField(_field(measure), words, optional=True))
        dialog.form.set_values(
            {_field(measure): known.extents.get(measure, "") for measure, _ in lines}
        )
        dialog.open()
        return dialog

    def participant(self, known: IndividualPlan, one: Participant | None = None) -> AskDialog:
        """One who takes part, new or put right."""

        def act(values: Values) -> None:
            unit = next((each for each in units if each.id == values["unit"]), None)
            draft = ParticipantDraft(
                str(values["name"] or ""),
                str(values["capacity"] or ""),
                unit.id if unit else None,
                str(values["phone"] or ""),
                _day(values["since"]),
                _day(values["until"]),
            )
            if one is None:
                self._own.add_participant(known.person, draft)
            else:
                self._own.change_participant(one.id, draft)

        units = self._office.service_units.open()
        choices = [(each.id, capital(each.name())) for each in units]
        title = tr("Ny deltaker") if one is None else tr("Rett deltakeren")
        verb = "added" if one is None else "changed"
        dialog = self._ask(
            title,
            tr("Den som er med på planen. En som slutter, får en siste dag."),
            tr("Lagre"),
            act,
            f"individual_plan.participant_{verb}",
        )
        dialog.form.line(
            TextField("name", tr("Navn")),
            TextField("capacity", tr("Er med som"), optional=True, hint=tr("Fastlege, søster …")),
        )
        dialog.form.line(
            ChoiceField("unit", tr("Enhet"), choices, optional=True),
            TextField("phone", tr("Telefon"), optional=True),
        )
        dialog.form.line(
            DateField("since", tr("Fra og med"), today=self._today),
            DateField("until", tr("Til og med"), optional=True, today=self._today),
        )
        draft = one.draft if one else ParticipantDraft("", since=self._today())
        dialog.form.set_values({name: getattr(draft, name) or None for name in dialog.form.names})
        if one is not None:
            self._with_removal(dialog, one)
        dialog.open()
        return dialog

    def _with_removal(self, dialog: AskDialog, one: Participant) -> None:
        def remove() -> bool:
            if not self._navigator.attempt(lambda: self._own.remove_participant(one.id)):
                return False
            self._navigator.tell(done("individual_plan.participant_removed"))
            return True

        dialog.add_button(tr("Ført inn ved en feil: ta ut"), remove)

    def _ask(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Callable[[Values], object],
        told: str,
    ) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self._navigator.tell(done(told))

        return AskDialog(
            title,
            explanation,
            verb,
            do,
            words=problem,
            message=message,
            width=600,
            parent=self._window.window(),
        )


_CHANGED = "individual_plan.changed"
_ANSWERED = "coordinator.answered"


def answer_words(offer: CoordinatorOffer | None) -> str:
    """«Oppnevnt 23.11.2026: Siri Testmo»."""
    if offer is None:
        return tr("Ikke svart på ennå.")
    named = f": {offer.name}" if offer.name else ""
    return f"{capital(word(offer.answer))} {short_day(offer.since)}{named}."


def _of_post(post: CoordinatorPost) -> str:
    if post is CoordinatorPost.COORDINATOR:
        return tr("Koordinator tilbys også når personen ikke vil ha individuell plan.")
    return tr("Velg «Ikke aktuelt» når det ikke gjelder denne personen.")


def _field(measure: int) -> str:
    return f"extent_{measure}"


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _in_a_year(today: date) -> date:
    """The day before the same day next year; 28 February for the leap day."""
    try:
        return date.fromordinal(today.replace(year=today.year + 1).toordinal() - 1)
    except ValueError:
        return date(today.year + 1, 2, 28)
