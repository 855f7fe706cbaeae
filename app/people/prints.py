"""A person as a letter shows them. Pure."""

from app.people.model import Person


def window(person: Person) -> tuple[str, ...]:
    """Name and address for the window; nothing where no address is kept (ADR-02)."""
    if person.address is None:
        return ()
    address = person.address
    place = f"{address.postal_code} {address.postal_place.upper()}".strip()
    lines = (person.name, address.care_of, address.line, place)
    return tuple(line for line in lines if line)
