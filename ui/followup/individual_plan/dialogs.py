"""What is asked about an individual plan: whether it is wanted, and what each part says."""

from dataclasses import replace
from datetime import date

from app.core.ids import ServiceUnitId
from app.core.records import dataclass
from app.followup.individual_plans.model import (
    IndividualPlan,
    Participant,
    ParticipantDraft,
)
from app.followup.individual_plans.model import IndividualPlanPart as Part
from ui.asking import Asking, Values, a_day
from ui.followup.individual_plan.rows import measure_lines
from ui.followup.individual_plan.words import tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.rows_field import RowsField
from ui.labels import capital, done, title_word


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


class IndividualPlanDialogs(Asking):
    """One for each part; what is done is told by the navigator."""

    def words(self, known: IndividualPlan, part: Part) -> AskDialog:
        """The texts of one part."""
        explanation, asked = texts()[part]

        def act(values: Values) -> None:
            said = {each.name: str(values[each.name] or "").strip() for each in asked}
            self.office.individual_plans.change(
                known.person,
                replace(known.draft, **said),  # type: ignore[arg-type]  # texts of the draft alone
            )

        dialog = self.ask(title_word(part), explanation, tr("Lagre"), act, _CHANGED)
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
                starts_on=a_day(values, "starts_on"),
                ends_on=a_day(values, "ends_on"),
                revise_on=tuple(day for day in days if isinstance(day, date)),
            )
            self.office.individual_plans.change(known.person, draft)

        dialog = self.ask(
            title_word(Part.PERIOD),
            tr("Skriv tiden planen gjelder for, og dagene dere ser på den sammen."),
            tr("Lagre"),
            act,
            _CHANGED,
        )
        dialog.form.line(
            DateField("starts_on", tr("Gjelder fra"), optional=True, today=self.today),
            DateField("ends_on", tr("Gjelder til"), optional=True, today=self.today),
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
        return ((DateField("day", tr("Revisjon"), today=self.today),),)

    def extents(self, known: IndividualPlan) -> AskDialog:
        """How much of each measure is given."""
        lines = measure_lines(known)
        measures = [line.measure for line in lines]

        def act(values: Values) -> None:
            said = {each: str(values[_field(each)] or "") for each in measures}
            self.office.individual_plans.set_extents(known.person, said)

        dialog = self.ask(
            title_word(Part.MEASURES),
            tr("Tiltakene og hvem som har ansvaret, står under «Plan». Her skriver du omfanget."),
            tr("Lagre"),
            act,
            "individual_plan.extent_set",
        )
        for line in lines:
            words = f"{line.words} ({line.who})" if line.who else line.words
            dialog.form.line(TextField(_field(line.measure), words, optional=True))
        dialog.form.set_values({_field(each): known.extents.get(each, "") for each in measures})
        dialog.open()
        return dialog

    def participant(self, known: IndividualPlan, one: Participant | None = None) -> AskDialog:
        """One who takes part, new or put right."""

        def act(values: Values) -> None:
            if one is None:
                self.office.individual_plans.add_participant(known.person, _participant(values))
            else:
                self.office.individual_plans.change_participant(one.id, _participant(values))

        title = tr("Ny deltaker") if one is None else tr("Rett deltakeren")
        verb = "added" if one is None else "changed"
        dialog = self.ask(
            title,
            tr("Den som er med på planen. En som slutter, får en siste dag."),
            tr("Lagre"),
            act,
            f"individual_plan.participant_{verb}",
        )
        self._add_participant_fields(dialog, one)
        draft = one.draft if one else ParticipantDraft("", since=self.today())
        dialog.form.set_values({name: getattr(draft, name) or None for name in dialog.form.names})
        if one is not None:
            self._with_removal(dialog, one)
        dialog.open()
        return dialog

    def _add_participant_fields(self, dialog: AskDialog, one: Participant | None) -> None:
        open_units = self.office.service_units.open()
        choices: list[tuple[object, str]] = [(each.id, capital(each.name())) for each in open_units]
        unit = one.draft.unit if one else None
        if one is not None and unit is not None and unit not in {each.id for each in open_units}:
            choices.append((unit, capital(one.unit_name)))  # closed since
        dialog.form.line(
            TextField("name", tr("Navn")),
            TextField("capacity", tr("Er med som"), optional=True, hint=tr("Fastlege, søster …")),
        )
        dialog.form.line(
            ChoiceField("unit", tr("Enhet"), choices, optional=True),
            TextField("phone", tr("Telefon"), optional=True),
        )
        dialog.form.line(
            DateField("since", tr("Fra og med"), today=self.today),
            DateField("until", tr("Til og med"), optional=True, today=self.today),
        )

    def _with_removal(self, dialog: AskDialog, one: Participant) -> None:
        def remove() -> bool:
            if not self.navigator.attempt(
                lambda: self.office.individual_plans.remove_participant(one.id)
            ):
                return False
            self.navigator.tell(done("individual_plan.participant_removed"))
            return True

        dialog.add_button(tr("Ført inn ved en feil: ta ut"), remove)


_CHANGED = "individual_plan.changed"


def _field(measure: int) -> str:
    return f"extent_{measure}"


def _participant(values: Values) -> ParticipantDraft:
    unit = values["unit"]
    return ParticipantDraft(
        str(values["name"] or ""),
        str(values["capacity"] or ""),
        ServiceUnitId(unit) if isinstance(unit, int) else None,
        str(values["phone"] or ""),
        a_day(values, "since"),
        a_day(values, "until"),
    )
