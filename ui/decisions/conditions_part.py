"""Conditions of a grant: each duty with the reason it is needed for (FV-18)."""

from app.decisions.model import Condition
from ui.decisions.lines_part import LinesPart
from ui.kit.fields import TextField

_FIELD_OF = {
    "condition_duty_missing": "duty",
    "condition_link_missing": "link",
    "condition_is_service": "duty",
}


class ConditionsPart(LinesPart):
    """The duties of the lease; help that someone must accept is told off (F7)."""

    def __init__(self) -> None:
        super().__init__("Legg til vilkår", _FIELD_OF)

    def fields(self, place: int) -> tuple[TextField, ...]:
        return (
            TextField("duty", self.name_of(place), example="Bare du og barna bor fast i boligen"),
            TextField(
                "link",
                self.tr("Hvorfor det trengs"),
                example=self.tr("Boligen er valgt etter hvor mange dere er"),
            ),
        )

    def name_of(self, place: int) -> str:
        return self.tr("Vilkår {}").format(place)

    def show_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Show these."""
        self.show_rows(tuple((each.id, (each.duty, each.link)) for each in conditions))

    def conditions(self) -> tuple[Condition, ...]:
        """Every line that holds something."""
        return tuple(Condition(duty, link, row) for row, (duty, link) in self.rows())
