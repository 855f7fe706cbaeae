"""Free text in sentences, and the same text without some of them. Pure.

PV-04 gives the person the right to a copy that does no harm to others (personvernforordningen
article 15(4)); what the office knows of others it may not tell (FV-21, personopplysningsloven
§ 16 first paragraph d). Which sentences those are the officer decides.
"""

import json
import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from app.overview.data_access.model import HeldFact, HeldRow, HeldText, Holding, Sentence
from app.overview.data_access.rules import CODED, PROGRAMS_OWN

_NO_TEXT = PROGRAMS_OWN | {
    "account",
    "approver_name",
    "approver_title",
    "backup_name",
    "backup_phone",
    "contact_name",
    "contact_phone",
    "coordinator",
    "deposit_account",
    "email",
    "family_name",
    "given_name",
    "kid",
    "legal_basis",
    "legal_paragraph",
    "number",
    "phone",
    "read_by",
    "reference",
    "written_by",
}
"""Names of those who work with the person, numbers, and the person's own name and address."""
_OWN_TABLES = frozenset({"person_address", "national_id"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T.*)?")
_END = re.compile(r"[.!?…]+[)\]»”\"’']*\s+|\s*\n\s*")
_BEFORE = re.compile(r"(\S+)$")
_SHORTENED = re.compile(
    r"(?:adr|ang|art|bl\.a|ca|div|dr|dvs|e\.l|eks|el|etc|evt|f\.eks|gnr|hhv|iht|inkl|jf|kap|kl|kr"
    r"|m\.m|m\.v|mht|mill|mrs?|nr|pga|pkt|prof|ref|snr|stk?|tlf(?:\.nr)?|vedr|vs)"
)
"""Words that are written with a full stop and end no sentence."""


def split(text: str) -> tuple[str, ...]:
    """Sentences with the blanks after them; put together they are the text again.

    A line is a sentence by itself. A full stop ends none after a number, an initial or a
    shortened word, nor before a small letter.
    """
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if end.start() > start and _ends(text, start, end):
            found.append(text[start : end.end()])
            start = end.end()
    if start < len(text):
        found.append(text[start:])
    return tuple(found)


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a sentence ends there."""
    if "\n" in end[0] or end.end() == len(text):
        return True
    if text[end.end()].islower():
        return False
    if not end[0].startswith("."):
        return True
    before = _BEFORE.search(text, start, end.start())
    last = before[0].casefold().lstrip('(«“"') if before else ""
    initial = len(last) == 1 and last.isalpha()
    counted = last.isdigit() and text[end.end()].isdigit()
    return not initial and not counted and _SHORTENED.fullmatch(last) is None


def key(sentence: str) -> str:
    """What is the same for sentences that say the same: blanks, capitals and the end apart."""
    said = " ".join(sentence.casefold().split())
    return said.rstrip(".!?… ") or said


def texts(holding: Holding) -> tuple[HeldText, ...]:
    """Every free text of what is held, each once, in the order it stands."""
    found: dict[str, HeldText] = {}
    for table in holding.tables:
        for row in table.rows:
            on = _day_of(row)
            for fact in row.facts:
                for said in _said(table.name, fact):
                    known = found.get(said) or HeldText(
                        table.name, fact.column, on, 0, _parts(said)
                    )
                    found[said] = replace(known, places=known.places + 1)
    return tuple(found.values())


def _parts(text: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(each, key(each)) for each in split(text) if each.strip())


def _day_of(row: HeldRow) -> date | None:
    """The day it happened where the row tells, or else the first day there is."""
    days = {
        fact.column: date.fromisoformat(fact.value[:10])
        for fact in row.facts
        if fact.column != "birth_date"
        and isinstance(fact.value, str)
        and _DAY.fullmatch(fact.value)
    }
    return days.get("happened_on") or next(iter(days.values()), None)


def _said(table: str, fact: HeldFact) -> Iterator[str]:
    """The texts in a value: itself, or those inside it where it is a list or a form."""
    if not _may_be_text(table, fact) or not isinstance(fact.value, str):
        return
    seen: list[str] = []

    def note(each: str) -> str:
        seen.append(each)
        return each

    _mapped(fact.value, note)
    yield from (each for each in seen if _is_text(each))


def _may_be_text(table: str, fact: HeldFact) -> bool:
    plain = fact.withheld is None and not fact.target
    return plain and fact.column not in _NO_TEXT and table not in _OWN_TABLES


def _is_text(said: str) -> bool:
    """Whether it is words and no code, day or moment."""
    return bool(said.strip()) and not CODED.fullmatch(said) and not _DAY.fullmatch(said)


def without(holding: Holding, hidden: AbstractSet[str], gap: str) -> Holding:
    """The same with a gap in the place of each sentence whose key is hidden, wherever it stands.

    Also where the words are what another row is called by, and inside lists and forms.
    """
    present = {each.key for text in texts(holding) for each in text.sentences} & hidden
    if not present:
        return holding

    def cut(said: str) -> str:
        return "".join(_gap(each, gap) if key(each) in present else each for each in split(said))

    def fact(table: str, each: HeldFact) -> HeldFact:
        name = each.name if each.target == "person" else cut(each.name)
        if not _may_be_text(table, each) or not isinstance(each.value, str):
            return each if name == each.name else replace(each, name=name)
        return replace(each, value=_mapped(each.value, cut), name=name)

    tables = tuple(
        replace(
            table,
            rows=tuple(
                replace(row, facts=tuple(fact(table.name, each) for each in row.facts))
                for row in table.rows
            ),
        )
        for table in holding.tables
    )
    return replace(holding, tables=tables, left_out=len(present))


def _gap(sentence: str, gap: str) -> str:
    """A gap between the blanks that stood around the sentence."""
    bare = sentence.strip()
    before, _, after = sentence.partition(bare)
    return f"{before}{gap}{after}"


def _mapped(value: str, change: Callable[[str], str]) -> str:
    """A text with a change made to it, or to each text inside it; untouched as it was."""
    if not value.startswith(("[", "{")):
        return change(value)
    try:
        held: object = json.loads(value)
    except ValueError:
        return change(value)
    made = _inside(held, change)
    return value if made == held else json.dumps(made, ensure_ascii=False)


def _inside(held: object, change: Callable[[str], str]) -> object:
    if isinstance(held, str):
        return change(held)
    if isinstance(held, list):
        return [_inside(each, change) for each in held]
    if isinstance(held, dict):
        return {name: _inside(each, change) for name, each in held.items()}
    return held
