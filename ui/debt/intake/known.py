"""What the register knows of one who asks, in a line: so that nobody is asked twice."""

from app.core.ids import PersonId
from app.core.money import format_kroner
from app.office import Office
from ui.labels import day


def known_words(office: Office, person: PersonId) -> str:
    """All that is known, open cases of advice too; empty when nothing is."""
    told = [
        f"Åpen rådgivningssak {each.number} fra {day(each.received_on)}."
        for each in office.debt_cases.open_of_person(person)
    ]
    return " ".join(each for each in (life_words(office, person), *told) if each)


def life_words(office: Office, person: PersonId) -> str:
    """Children, rent that is owed, and a home that may be lost."""
    told = [office.eviction_advice.children(person)]
    mine = (each for each in office.arrears.tenancies() if each.tenant == person)
    for owed in (office.arrears.owed(each.lease) for each in mine):
        if owed.total and owed.since is not None:
            told.append(f"Skylder {format_kroner(owed.total)} i husleie siden {day(owed.since)}")
    for lost in office.eviction_cases.of_person(person):
        if lost.threatened:
            when = f", dato {day(lost.eviction_on)}" if lost.eviction_on else ""
            told.append(f"Fare for å miste boligen: sak {lost.number}{when}")
    words = ". ".join(each for each in told if each)
    return f"{words}." if words else ""
