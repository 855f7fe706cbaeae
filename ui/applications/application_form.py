"""The form of one application: everything on one screen, problems beside their fields."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.applications.intake.model import Intake, Requirement, Wanted
from app.applications.intake.registration.model import NOTHING_TOLD, Registration, people_in_order
from app.applications.model import (
    Application,
    ApplicationDraft,
    ApplicationKind,
    Channel,
    ReferredBy,
)
from app.core.cases import APPLIED_FOR, CaseKind
from app.core.errors import Problem
from app.office import Office
from app.people.model import AddressProtection
from ui.applications.applicant_form import ApplicantForm
from ui.applications.consents_part import (
    START,
    add_consents,
    add_representative,
    consent_of,
    representative_of,
    says_representative,
)
from ui.applications.economy_part import ROWS, add_economy, show_people
from ui.applications.housing_part import add_earlier, add_home
from ui.applications.need_part import add_dwelling, add_help, add_mapping
from ui.applications.papers_part import add_papers
from ui.applications.person_lines import person_of
from ui.applications.stay_part import add_stay
from ui.applications.told import incomes, intake_of, shown, told_incomes
from ui.kit.choice_fields import ChoiceField
from ui.kit.field import Verdict
from ui.kit.fields import DateField
from ui.kit.form import is_typed_in
from ui.kit.rows_field import RowsField
from ui.kit.ticks_field import TicksField
from ui.labels import problem, title_word

_OWN = ("received_on", "kind", "channel", "referred_by", "allocator", "group", "other_groups",
        "needs", "note", "present_housing", "reason", "wishes", "bedrooms",
        "accessible")  # fmt: skip
_TEXTS = frozenset({"present_housing", "reason", "wishes", "note"})


class ApplicationForm(ApplicantForm):
    """One application. `whole` also asks who applies, who lives with them and who speaks.

    The order is that of the paper form; the office's own mapping stands before the dwelling.
    """

    def __init__(self, office: Office, name: str, *, whole: bool) -> None:
        super().__init__(office, name)
        self._whole = whole
        self._known: Application | None = None
        self._add_wanted()
        if whole:
            self._add_applicant()
            self._add_received()
            self._add_members()
        else:
            self._add_received()
        add_stay(self, office)
        add_home(self, office)
        add_earlier(self, office)
        add_mapping(self)
        add_dwelling(self)
        add_help(self)
        add_economy(self, self._people)
        add_papers(self, self._came if whole else office.clock.today)
        if whole:
            add_representative(self, office)
            add_consents(self, office)
        self.people_changed.connect(self._tell_people)
        self.tell_folds()

    def _add_wanted(self) -> None:
        self.section(self.tr("Hva det søkes om"))
        wanted = [(each, title_word(each)) for each in Wanted]
        asked = ChoiceField("wanted", self.tr("Hva slags sted"), wanted)
        if not self._whole:
            self.line(asked)
            return
        cases = [(each, title_word(each)) for each in APPLIED_FOR]
        self.line(TicksField("cases", "", cases, column=200))
        kinds = [(each, title_word(each)) for each in ApplicationKind]
        self.line(asked, ChoiceField("kind", self.tr("Søknadstype"), kinds))

    def _add_received(self) -> None:
        self.section(self.tr("Mottak"))
        referred = [(each, title_word(each)) for each in ReferredBy]
        self.line(
            DateField(
                "received_on",
                self.tr("Mottatt"),
                today=self._office.clock.today,
                hint=self.tr("Svarfristen regnes herfra."),
            ),
            ChoiceField(
                "channel", self.tr("Kom som"), [(each, title_word(each)) for each in Channel]
            ),
            ChoiceField("referred_by", self.tr("Henvist av"), referred),
        )
        lists = [(each.id, each.name) for each in self._office.dwellings.allocators()]
        self.line(ChoiceField("allocator", self.tr("Hvem tildeler"), lists, optional=True))

    def _came(self) -> date:
        """The day the form came, from which what it tells holds."""
        received = self.field("received_on").value()
        return received if isinstance(received, date) else self._office.clock.today()

    # those whose incomes can be told

    def _people(self) -> list[tuple[object, str]]:
        if self._whole:
            return self.household_people()
        if self._known is None:
            return []
        household = self._office.people.household(self._known.household)
        names = {member.person: member.name for member in household.members}
        names.setdefault(self._known.applicant, self._known.name)
        people = people_in_order(household, self._known.applicant)
        return [(person, names[person]) for person in people]

    def _tell_people(self) -> None:
        show_people(self, self._people())

    # values

    def clear_all(self) -> None:
        """An empty form with what most applications have."""
        self.set_values(dict.fromkeys(self.names))
        self.set_values(
            {
                "cases": frozenset({CaseKind.ALLOCATION}),
                "wanted": Wanted.ORDINARY,
                "received_on": self._office.clock.today(),
                "channel": Channel.PAPER_FORM,
                "referred_by": ReferredBy.SELF,
                "kind": ApplicationKind.NEW,
                "protection": AddressProtection.NONE,
                "language": self._office.settings.profile.language,
            }
        )
        self.finder.clear()
        self.members.clear()
        self._person_chosen()
        self.show_problems(())

    def show_known(self, known: Application, intake: Intake) -> None:
        """Show what is registered, but for the field that is being typed in."""
        anew = self._known is None or self._known.id != known.id
        self._known = known
        if anew:
            self.set_values(dict.fromkeys(self.names))
        held = {name: getattr(known.draft, name) for name in _OWN if name in self.names}
        held |= {name: value for name, value in shown(intake).items() if name in self.names}
        typing = {name for name in self.names if self._busy(name)}
        self.set_values({n: None if v == "" else v for n, v in held.items() if n not in typing})
        if anew:
            self.open_filled()
        self.tell_folds()

    def _busy(self, name: str) -> bool:
        field = self.field(name)
        if isinstance(field, RowsField):
            return field.typing or field.reading() is not None
        return is_typed_in(field)

    def draft(self, known: ApplicationDraft | None = None) -> ApplicationDraft:
        """What is typed, on top of what is known."""
        values = self.values()
        held = {n: values[n] or "" if n in _TEXTS else values[n] for n in _OWN if n in self.names}
        made = replace(known or ApplicationDraft(), **held)  # type: ignore[arg-type]  # each field gives its own type
        if not self._whole:
            return made
        language = self._office.settings.profile.language
        return replace(
            made,
            applicant=self.finder.person or (person_of(values, language) if self._new else None),
            household=self._household,
            others=() if self._household else self.members.members(),
        )

    def intake(self, known: Intake) -> Intake:
        """What the form tells of one that is registered, on top of what is known."""
        values = self.values()
        wheelchair = Requirement.WHEELCHAIR in known.requirements
        before = self._known.draft.accessible if self._known else False
        if values["accessible"] is not before:
            wheelchair = bool(values["accessible"])
        made = intake_of(values, known, wheelchair=wheelchair)
        return replace(made, incomes=incomes(values))

    def registration(self) -> Registration:
        """All that is typed, as one form to take in."""
        values = self.values()
        since = self._came()
        cases = values["cases"]
        rows = values["consents"]
        consents = [consent_of(row, since) for row in rows] if isinstance(rows, tuple) else []
        speaks = says_representative(values)
        return Registration(
            self.draft(),
            cases if isinstance(cases, frozenset) else frozenset(),
            intake_of(values, NOTHING_TOLD, wheelchair=bool(values["accessible"])),
            told_incomes(values, self.place_of),
            representative_of(values, since, START) if speaks else None,
            tuple(consent for consent in consents if consent is not None),
        )

    @property
    def unreadable(self) -> bool:
        """Whether a field holds something that can not be read, and so can not be saved."""
        return any(self.field(name).reading() is not None for name in self.names)

    def tell(self, problems: Sequence[Problem]) -> None:
        """Each problem beside its own field, also those about people and in tables."""
        own = [
            replace(p, field=p.field.removeprefix("applicant."))
            for p in problems
            if not p.field.startswith("others")
        ]
        for name in (*ROWS, "consents"):
            field = self.field(name) if name in self.names else None
            if isinstance(field, RowsField):
                inside = [p for p in own if p.field.startswith(f"{name}.")]
                field.told([replace(p, field=p.field.removeprefix(f"{name}.")) for p in inside])
                own = [replace(p, field=name) if p in inside else p for p in own]
        self.show_problems(own)
        if not self._whole:
            return
        self.members.told(tuple(problems))
        about = [p for p in problems if p.field == "applicant" or p.field == "others"]
        if about:
            self.finder.field.setVisible(self.finder.person is None)
            self.finder.field.show_verdict(Verdict.PROBLEM, problem(about[0]))
