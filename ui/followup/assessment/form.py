"""The form of an assessment: an area is one line until it is opened."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from app.followup.assessments.model import AreaAnswer, AssessmentArea, AssessmentDraft, Finding
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.fold import FoldingForm
from ui.kit.segments_field import SegmentsField
from ui.labels import problem, title_word, word

ANSWER, WORDS, WISH = "answer_", "words_", "wish_"
_ANSWERS = (
    AreaAnswer.NOT_TALKED_ABOUT,
    AreaAnswer.WORKS,
    AreaAnswer.SOME_HELP,
    AreaAnswer.MUCH_HELP,
)


class AssessmentForm(FoldingForm):
    """The same areas for everyone (D12); health stands last and by itself (PV-08)."""

    def __init__(self, questions: Mapping[AssessmentArea, str], today: Callable[[], date]) -> None:
        super().__init__(self.tr("Kartlegging"), problem)
        self.section(self.tr("Samtalen"))
        self.line(
            DateField("held_on", self.tr("Dag"), today=today),
            TextField("present", self.tr("Andre til stede"), optional=True),
            TextField("interpreter", self.tr("Tolk"), optional=True),
        )
        self.line(
            MultilineField("wishes", self.tr("Viktigst for personen"), optional=True, lines=2),
            MultilineField("helpers", self.tr("Hvem som hjelper nå"), optional=True, lines=2),
        )
        for area in AssessmentArea:
            self._area(area, questions[area])
        self.tell_folds()

    def _area(self, area: AssessmentArea, question: str) -> None:
        made = self.fold(title_word(area))
        made.say = partial(self._answer_words, area)
        hint = question
        if area.sensitive:
            lock = self.tr("Skriv bare det personen vil ha med. Det vises ikke i lister og søk.")
            hint = f"{question} {lock}"
        answers = [(each, title_word(each)) for each in _ANSWERS]
        self.line(SegmentsField(f"{ANSWER}{area}", self.tr("Hvordan går det?"), answers, hint=hint))
        self.line(
            MultilineField(f"{WORDS}{area}", self.tr("Med egne ord"), optional=True, lines=2),
            MultilineField(f"{WISH}{area}", self.tr("Hva personen ønsker"), optional=True, lines=2),
        )

    def _answer_words(self, area: AssessmentArea) -> str:
        answer = self.field(f"{ANSWER}{area}").value() if self._holds(area) else None
        return word(answer) if isinstance(answer, AreaAnswer) else ""

    def _holds(self, area: AssessmentArea) -> bool:
        return f"{ANSWER}{area}" in self.names

    def show_draft(self, draft: AssessmentDraft) -> None:
        """Fill it in; areas that were talked about are open, or the first."""
        values: dict[str, object] = {
            "held_on": draft.held_on,
            "present": draft.present,
            "interpreter": draft.interpreter,
            "wishes": draft.wishes,
            "helpers": draft.helpers,
        }
        for area in AssessmentArea:
            said = draft.of(area)
            values |= {
                f"{ANSWER}{area}": said.answer,
                f"{WORDS}{area}": said.words,
                f"{WISH}{area}": said.wish,
            }
        self.set_values(values)
        for fold, area in zip(self.folds, AssessmentArea, strict=True):
            fold.set_open(opened=draft.of(area) != Finding())
        if not draft.findings:
            self.folds[0].set_open(opened=True)
        self.tell_folds()

    def draft(self) -> AssessmentDraft:
        """What it holds now."""
        values = self.values()
        held = values["held_on"]
        return AssessmentDraft(
            held_on=held if isinstance(held, date) else None,
            present=str(values["present"] or ""),
            interpreter=str(values["interpreter"] or ""),
            findings={area: _finding(values, area) for area in AssessmentArea},
            wishes=str(values["wishes"] or ""),
            helpers=str(values["helpers"] or ""),
        )


def _finding(values: Mapping[str, object], area: AssessmentArea) -> Finding:
    answer = values[f"{ANSWER}{area}"]
    return Finding(
        answer if isinstance(answer, AreaAnswer) else AreaAnswer.NOT_TALKED_ABOUT,
        str(values[f"{WORDS}{area}"] or ""),
        str(values[f"{WISH}{area}"] or ""),
    )
