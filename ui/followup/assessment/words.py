"""How a finding and a comparison are worded in lists."""

from collections.abc import Iterable

from app.followup.assessments.model import (
    AreaAnswer,
    AreaChange,
    AreaDifference,
    Assessment,
    AssessmentArea,
)
from ui.kit.chips import Chip, ChipKind
from ui.labels import capital, title_word, word

_CHIPS = {
    AreaAnswer.WORKS: ChipKind.OK,
    AreaAnswer.SOME_HELP: ChipKind.SOON,
    AreaAnswer.MUCH_HELP: ChipKind.URGENT,
    AreaAnswer.NOT_TALKED_ABOUT: ChipKind.NOT_STARTED,
}


def answer_chip(answer: AreaAnswer) -> Chip:
    """The answer with its shape."""
    return Chip(_CHIPS[answer], title_word(answer))


def spoken(known: Assessment, area: AssessmentArea) -> str:
    """«Naboer: trenger noe hjelp»."""
    return f"{title_word(area)}: {word(known.draft.of(area).answer)}"


def compared(changes: Iterable[AreaDifference]) -> str:
    """«Bedre: naboer. Trenger mer hjelp: økonomi og husleie. Som før: 4 områder.»"""
    by: dict[AreaChange, list[str]] = {change: [] for change in AreaChange}
    for each in changes:
        by[each.change].append(word(each.area))
    told = [
        f"{words}: {', '.join(by[change])}."
        for change, words in ((AreaChange.BETTER, "Bedre"), (AreaChange.WORSE, "Mer hjelp trengs"))
        if by[change]
    ]
    same = len(by[AreaChange.SAME])
    if same:
        told.append(capital(f"som før: {same} {'område' if same == 1 else 'områder'}."))
    return " ".join(told)
