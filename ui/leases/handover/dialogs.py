"""What is asked at moving in and out: keys, the start package, what was given, what came back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DwellingId
from app.decisions.content.model import StartPart
from app.documents.model import Document
from app.dwellings.keys.model import DoorKeyId, DoorKeyKind
from app.leases.handover.information.model import InformationWay
from app.leases.handover.reports.model import HandoverKind
from app.leases.handover.start.model import StartOwner
from app.leases.model import Lease
from app.office import Office
from ui.kit.ask import Act, AskDialog
from ui.kit.beside import FinalDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.document_dialog import DocumentDialog
from ui.kit.fields import DateField, TextField
from ui.kit.scan_field import ScanField, scanned
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator

Values = Mapping[str, object]
_KEY = "key_"
_ACROSS = 3


class HandoverDialogs:
    """Opens them; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    # keys

    def register_keys(self, dwelling: DwellingId) -> AskDialog:
        """New keys of a dwelling, several at once."""

        def act(values: Values) -> None:
            kind = DoorKeyKind(str(values["kind"]))
            self._office.door_keys.register(dwelling, kind, str(values["marks"] or ""))

        dialog = self._ask(
            "Registrer nøkler",
            "Nøklene ligger på kontoret til du leverer dem ut.",
            "Registrer",
            act,
            "door_key.registered",
        )
        kinds = ChoiceField(
            "kind", "Nøkkel til", [(each, title_word(each)) for each in DoorKeyKind]
        )
        kinds.set_value(DoorKeyKind.DOOR)
        hint = "Nummeret på nøkkelen. «1–3» gir tre nøkler."
        dialog.form.line(TextField("marks", "Merke", hint=hint), kinds)
        dialog.open()
        return dialog

    def hand_out(self, lease: Lease, keys: Sequence[tuple[DoorKeyId, str]]) -> AskDialog:
        """The tenant gets the ticked ones."""

        def act(values: Values) -> None:
            self._office.door_keys.hand_out(_ticked(values), lease.id, _day(values, "since"))

        return self._keys(
            ("Lever ut nøkler", "Lever ut", "door_key.handed_out"), "Utlevert", keys, act
        )

    def take_back(self, lease: Lease, keys: Sequence[tuple[DoorKeyId, str]]) -> AskDialog:
        """The ticked ones lie in the office again."""

        def act(values: Values) -> None:
            self._office.door_keys.take_back(_ticked(values), _day(values, "since"), lease.id)

        return self._keys(
            ("Ta imot nøkler", "Ta imot", "door_key.taken_back"), "Levert tilbake", keys, act
        )

    def lost(self, lease: Lease, keys: Sequence[tuple[DoorKeyId, str]]) -> AskDialog:
        """The tenant has lost the ticked ones."""

        def act(values: Values) -> None:
            keys = _ticked(values)
            self._office.door_keys.lost(keys, _day(values, "since"), lease=lease.id)

        names = ("Meld nøkler mistet", "Meld mistet", "door_key.lost")
        return self._keys(names, "Meldt mistet", keys, act, ticked=False)

    def _keys(
        self,
        names: tuple[str, str, str],
        label: str,
        keys: Sequence[tuple[DoorKeyId, str]],
        act: Act,
        *,
        ticked: bool = True,
    ) -> AskDialog:
        title, verb, told = names
        dialog = self._ask(title, "Kryss av for nøklene det gjelder.", verb, act, told)
        boxes = [CheckField(f"{_KEY}{key}", words) for key, words in keys]
        for box in boxes:
            box.set_value(ticked)
        for at in range(0, len(boxes), _ACROSS):
            dialog.form.line(*boxes[at : at + _ACROSS])
        dialog.form.line(self._today("since", label))
        dialog.open()
        return dialog

    # the start package

    def start_part(self, lease: Lease, part: StartPart | None) -> AskDialog:
        """Who sees to a part, and by when; a new part when none is given."""
        starts = self._office.start_packages
        known = {task.part: task for task in starts.of(lease.id).tasks}

        def act(values: Values) -> None:
            chosen = part or values["part"]
            if chosen is None:
                raise Invalid([Problem("part", "start_part_missing")])
            due = values["due_on"]
            owner = StartOwner(str(values["owner"]))
            starts.set(
                lease.id, StartPart(str(chosen)), owner, due if isinstance(due, date) else None
            )

        title = title_word(part) if part else "Legg til i startpakken"
        dialog = self._ask(title, "", "Lagre", act, "start_task.set")
        if part is None:
            left = [(each, title_word(each)) for each in StartPart if each not in known]
            dialog.form.line(ChoiceField("part", "Hva", left))
        owners = [(each, title_word(each)) for each in StartOwner]
        by = DateField("due_on", "Senest", optional=True, today=self._office.clock.today)
        dialog.form.line(ChoiceField("owner", "Hvem gjør det", owners), by)
        task = known[part] if part else None
        owner = task.owner if task else StartOwner.OFFICE
        due = task.due_on if task else lease.draft.start
        dialog.form.set_values({"owner": owner, "due_on": due})
        dialog.open()
        return dialog

    def no_start_package(self, lease: Lease) -> AskDialog:
        """Why there is none."""
        dialog = self._ask(
            "Ingen startpakke",
            "Alle som får kommunal bolig, skal ha starthjelp. Skriv hvorfor det ikke trengs her.",
            "Lagre",
            lambda values: self._office.start_packages.waive(lease.id, str(values["reason"] or "")),
            "start_package.waived",
        )
        dialog.form.line(TextField("reason", "Grunn"))
        dialog.open()
        return dialog

    # what was given, and what came back

    def information_given(self, lease: Lease) -> AskDialog:
        """The § 11-1 information was given that day."""

        def act(values: Values) -> None:
            way = InformationWay(str(values["way"]))
            self._office.tenancy_information.give(lease.id, _day(values, "given_on"), way)

        dialog = self._ask(
            "Opplysningene er gitt",
            "De må være gitt skriftlig før avtalen ble underskrevet. Husleieloven §\u00a011-1.",
            "Lagre",
            act,
            "tenancy_information.given",
        )
        ways = [(each, title_word(each)) for each in InformationWay]
        way = ChoiceField("way", "Måte", ways)
        way.set_value(InformationWay.BY_HAND)
        given = self._today("given_on", "Gitt")
        if lease.signed_on is not None:
            given.set_value(lease.signed_on)
        dialog.form.line(given, way)
        dialog.open()
        return dialog

    def signed_copy(self, lease: Lease) -> AskDialog:
        """The signed lease, after it was signed."""

        def act(values: Values) -> None:
            self._office.signed_copies.add(lease.id, *_file(values["file"]))

        words = ("Legg inn underskrevet avtale", "Skannet avtale")
        return self._scan(words, act)

    def signed_report(self, lease: Lease, kind: HandoverKind) -> AskDialog:
        """The signed report; then it is not changed any more."""

        def act(values: Values) -> None:
            self._office.handover_reports.signed(lease.id, kind, *_file(values["file"]))

        words = (f"Legg inn underskrevet {_lower(kind)}", "Skannet protokoll")
        return self._scan(words, act)

    def photo(self, lease: Lease, kind: HandoverKind) -> AskDialog:
        """A picture, with what it shows."""

        def act(values: Values) -> None:
            shows = str(values["title"] or "")
            self._office.handover_reports.add_photo(lease.id, kind, *_file(values["file"]), shows)

        shows = TextField("title", "Hva bildet viser", example="Gulvet i stua")
        return self._scan((f"Legg inn bilde til {_lower(kind)}", "Bilde"), act, shows)

    def _scan(self, words: tuple[str, str], act: Act, *more: TextField) -> AskDialog:
        title, label = words
        dialog = self._ask(
            title,
            "Filen lagres kryptert på leieforholdet. Etterpå kan du slette den fra mappen.",
            "Legg inn",
            act,
            "document.received",
        )
        dialog.form.line(ScanField("file", label, optional=False))
        for field in more:
            dialog.form.line(field)
        dialog.open()
        return dialog

    # papers

    def paper(
        self,
        names: tuple[str, str, str],
        preview: Callable[[], Document],
        issue: Callable[[], object],
    ) -> FinalDialog | None:
        """Shows a paper and asks once before it is made."""
        title, verb, told = names
        made: list[bytes] = []
        show = self._office.letters.preview
        if not self._navigator.attempt(lambda: made.append(show(preview()))):
            return None
        explanation = "Papiret lagres på leieforholdet. Skriv det ut, og skriv under begge to."
        dialog = FinalDialog(title, explanation, made[0], verb, self._window.window())

        def make() -> None:
            if self._navigator.attempt(issue):
                self._navigator.tell(f"{done(told)}. Det ligger under «Avtalen»", undo=False)

        dialog.accepted.connect(make)
        dialog.open()
        return dialog

    def blank(self, lease: Lease, kind: HandoverKind) -> DocumentDialog:
        """A report to fill in by hand."""
        document = self._office.handover_reports.blank(lease.id, kind)
        data = self._office.letters.preview(document)
        title = f"Tom {_lower(kind)}"
        explanation = "Skriv den ut, og fyll den ut for hånd. Den lagres ikke."
        dialog = DocumentDialog(title, explanation, [(title, data)], self._window.window())
        dialog.finished.connect(lambda _result: dialog.release())
        dialog.open()
        return dialog

    # what all of them share

    def attempt(self, act: Callable[[], object], told: str) -> None:
        """Do it and tell, or tell why not."""
        if self._navigator.attempt(act):
            self._navigator.tell(told)

    def _ask(self, title: str, explanation: str, verb: str, act: Act, told: str) -> AskDialog:
        def do(values: Values) -> None:
            _placed(act, values)
            self._navigator.tell(done(told))

        return AskDialog(
            title,
            explanation,
            verb,
            do,
            words=problem,
            message=message,
            parent=self._window.window(),
        )

    def _today(self, name: str, label: str) -> DateField:
        field = DateField(name, label, today=self._office.clock.today)
        field.set_value(self._office.clock.today())
        return field


def _lower(kind: HandoverKind) -> str:
    title = title_word(kind)
    return f"{title[0].lower()}{title[1:]}"


def _placed(act: Act, values: Values) -> None:
    """A problem of what the dialog has no field for is told at its foot."""
    try:
        act(values)
    except Invalid as error:
        if any(problem.field in values for problem in error.problems):
            raise
        first = error.problems[0]
        raise OfficeError(first.code, **first.facts) from error


def _ticked(values: Values) -> tuple[DoorKeyId, ...]:
    return tuple(
        DoorKeyId(int(name.removeprefix(_KEY)))
        for name, value in values.items()
        if name.startswith(_KEY) and value is True
    )


def _day(values: Values, name: str) -> date:
    value = values[name]
    if not isinstance(value, date):
        raise Invalid([Problem(name, "day_missing")])
    return value


def _file(path: object) -> tuple[bytes, str]:
    file = scanned(path)
    if file is None:
        raise Invalid([Problem("file", "scan_missing")])
    return file
