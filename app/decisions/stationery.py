"""What the letters from vedtak to lease have in common: window, who wrote, numbers. Pure."""

from app.core.days import day_and_year
from app.core.numbers import NumberKind, format_number, identify
from app.decisions.model import LetterFrom
from app.documents.model import Fact
from app.documents.texts import Text
from app.people.model import Person
from app.settings.letterhead import telephone


def written(value: str, kind: NumberKind) -> str:
    """A number as it is written in a letter: «1234 56 78903»; as it stands when it is none."""
    return format_number(identify(value, kind)[0]) if value else ""


def window(person: Person) -> tuple[str, ...]:
    """Name and address in the window; nothing at all where no address is kept (ADR-02)."""
    if person.address is None:
        return ()
    address = person.address
    place = f"{address.postal_code} {address.postal_place.upper()}".strip()
    lines = (person.name, address.care_of, address.line, place)
    return tuple(line for line in lines if line)


def sender_facts(sender: LetterFrom, number: str, text: Text) -> tuple[Fact, ...]:
    """Date, reference, case officer, telephone and the exemption from public access."""
    facts = (
        Fact(text.passage("label_date"), day_and_year(sender.issued.date())),
        Fact(text.passage("label_reference"), number),
        Fact(text.passage("label_officer"), sender.officer_name),
        Fact(text.passage("label_phone"), telephone(sender.office.phone)),
        Fact(text.passage("label_exempt"), text.passage("exempt")),
    )
    return tuple(fact for fact in facts if fact.value)
