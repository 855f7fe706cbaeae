"""Services that go with a dwelling: each with its goal and who gives it (DOC-04)."""

from app.decisions.content.model import Service
from ui.decisions.lines_part import LinesPart
from ui.kit.fields import TextField

_FIELD_OF = {
    "service_service_missing": "service",
    "service_goal_missing": "goal",
    "service_unit_missing": "unit",
}


class ServicesPart(LinesPart):
    """What is offered; the person may say no without losing the home."""

    def __init__(self) -> None:
        super().__init__("Legg til tjeneste", _FIELD_OF)

    def fields(self, place: int) -> tuple[TextField, ...]:
        return (
            TextField("service", self.name_of(place), example=self.tr("Bomestring")),
            TextField(
                "goal",
                self.tr("Hva den skal forebygge eller føre til"),
                example=self.tr("Husleien blir betalt i tide"),
            ),
            TextField("unit", self.tr("Hvem som gir den"), example=self.tr("Miljøteamet")),
        )

    def name_of(self, place: int) -> str:
        return self.tr("Tjeneste {}").format(place)

    def show_services(self, services: tuple[Service, ...]) -> None:
        """Show these."""
        self.show_rows(tuple((s.id, (s.service, s.goal, s.unit)) for s in services))

    def services(self) -> tuple[Service, ...]:
        """Every line that holds something."""
        return tuple(
            Service(service, goal, unit, row) for row, (service, goal, unit) in self.rows()
        )
