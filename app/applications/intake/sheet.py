"""What the form is made of: fields, boxes and tables, empty or with what was told. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from app.core.records import dataclass
from app.documents.form_model import Box, Boxes, Field, FillIn
from app.documents.model import Block, Column, Heading, KeepTogether, Paragraph, Table
from app.documents.texts import Text

ROW_HEIGHT = 8.5
LONGEST_IN_A_FRAME = 1200  # letters; a frame stands on one page
NUMBER_CELLS = (6, 5)


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """What stands on a form: nothing on a blank one.

    `fields` are named «applicant.name», `ticks` as the passage of their word, `answers` as their
    question, and `rows` by their table.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    ticks: frozenset[str] = frozenset()
    answers: Mapping[str, bool] = field(default_factory=dict)
    rows: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class Sheet:
    """The words of the form in one language, and what was told."""

    text: Text
    told: Told = field(default_factory=Told)

    def section(
        self, name: str, number: int, *blocks: Block, part: str = "", whole: bool = True
    ) -> tuple[Block, ...]:
        """A numbered heading with why we ask under it (PV-09), never alone at a page's end."""
        aside = f"aside_{name}"
        head = Heading(
            f"{number}. {self.text.passage(f'heading_{name}')}",
            ruled=True,
            aside=self.text.passage(aside) if aside in self.text.passages else "",
            part=part,
        )
        why = Paragraph(self.text.passage(f"why_{name}"), small=True, part="formål")
        if whole:
            return (KeepTogether((head, why, *blocks)),)
        return (KeepTogether((head, why, *blocks[:1])), *blocks[1:])

    def fields(self, section: str, *fields: tuple[str, float], lines: int = 1) -> FillIn:
        """Named fields with their share of the row."""
        return FillIn(
            tuple(
                Field(self.text.passage(f"field_{name}"), self.value(section, name), share)
                for name, share in fields
            ),
            lines,
        )

    def writing(self, section: str, name: str, lines: int) -> tuple[Block, ...]:
        """Room for a story; one told at length runs on over the pages below its question."""
        told = self.value(section, name)
        if len(told) <= LONGEST_IN_A_FRAME:
            return (self.fields(section, (name, 1.0), lines=lines),)
        question = self.text.passage(f"field_{name}")
        return (Paragraph(question, small=True), *map(Paragraph, told.split("\n\n")))

    def value(self, section: str, name: str) -> str:
        """What was told in a field."""
        return self.told.fields.get(f"{section}.{name}", "")

    def who(self, section: str) -> FillIn:
        """A person's name beside their number, a cell for each digit of it."""
        number = self.value(section, "number")
        return FillIn(
            (
                Field(self.text.passage("field_name"), self.value(section, "name"), 0.6),
                Field(
                    self.text.passage("field_number"), number, 0.4, () if number else NUMBER_CELLS
                ),
            )
        )

    def box(self, key: str) -> Box:
        """A box for one passage."""
        return Box(self.text.passage(key), key in self.told.ticks)

    def ticks(
        self, prefix: str, options: Iterable[StrEnum | str], across: int, question: str = ""
    ) -> Boxes:
        """A box for each option."""
        return Boxes(
            tuple(self.box(f"{prefix}_{option}") for option in options),
            self.text.passage(f"question_{question}") if question else "",
            across,
        )

    def yes_or_no(self, across: int, *questions: str) -> tuple[Boxes, ...]:
        """Questions with a box for yes and one for no."""
        return tuple(self._yes_or_no(name, across) for name in questions)

    def _yes_or_no(self, question: str, across: int) -> Boxes:
        answer = self.told.answers.get(question)
        yes = Box(self.text.passage("yes"), answer is True)
        no = Box(self.text.passage("no"), answer is False)
        return Boxes((yes, no), self.text.passage(f"question_{question}"), across)

    def table(self, name: str, heads: tuple[tuple[str, float], ...], first: Iterable[str]) -> Table:
        """A table whose first column is printed, and the others told or left to be written in."""
        columns = tuple(Column(self.text.passage(head), share=share) for head, share in heads)
        told = self.told.rows.get(name, ())
        printed = list(first)
        printed += [str(number) for number in range(len(printed) + 1, len(told) + 1)]
        empty = ("",) * (len(heads) - 1)
        rows = tuple(
            (word, *(told[at] if at < len(told) else empty)) for at, word in enumerate(printed)
        )
        return Table(columns, rows, row_height=ROW_HEIGHT, dense=True)
