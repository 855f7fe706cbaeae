"""What is looked for in papers and words of an office that writes nynorsk."""

import importlib
import re
from collections.abc import Iterable
from enum import Enum

from app.core import words

BOKMAL = re.compile(
    r"\b(ikke|bolig\w*|(?<!vi )leie|leier|leien|leieavtale\w*|leietaker\w*|leieforhold\w*|leiet\w*"
    r"|søker\w*|hva|hvem|hvor\w*|hvis|fra|jeg|noen|noe|mer|uke|uker|uken|måned|måneder|måneden"
    r"|kommunens|personens|tjeneste\w*|hjem\w*|avsluttet|endret|bekreftet|utleier\w*|gjelder"
    r"|betales|uten|innen|utkastelse\w*|husleie|husleien\w*|husleier|rådgivning\w*|kommer|skal ses"
    r"|ble|være|vært|gjøre|fortsatt|dager|midlertidig\w*|opplysninger|opplysningene|henvendelse\w*"
    r"|husstander\w*|personer|senest|skulle vært|nå|eieform\w*|innbygger\w*|natthjem|tall|tallene"
    r"|saken|klagen|avtalen|krever|venter|varsler|åpen|åpne|trekkes"
    r"|siden|kreditorer|papirer|boliger)\b",
    re.IGNORECASE,
)
"""Words that are never nynorsk, in the norm of the papers."""


def enums_of(*modules: str) -> set[type[Enum]]:
    """Every enum that is known in them."""
    return {
        each
        for name in modules
        for each in vars(importlib.import_module(name)).values()
        if isinstance(each, type) and issubclass(each, Enum)
    }


def lacking(kinds: Iterable[type[Enum]]) -> list[Enum]:
    """Those with a word in bokmål and none in nynorsk."""
    return [
        member
        for kind in kinds
        for member in kind
        if words.has_word(member) and not words.has_word(member, "nn")
    ]


def bokmal_in(told: str, *own: str) -> set[str]:
    """Words of bokmål on a paper, beside what the office itself has written."""
    said = " ".join(told.split())
    for each in own:
        said = said.replace(" ".join(each.split()), " ")
    return {each.group() for each in BOKMAL.finditer(said)}
