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
from ui.kit.rows import Row
from ui.labels import capital, title_word, word

_CHIPS = {
    AreaAnswer.WORKS: ChipKind.OK,
    AreaAnswer.SOME_HELP: ChipKind.SOON,
    AreaAnswer.MUCH_HELP: ChipKind.URGENT,
    AreaAnswer.NOT_TALKED_ABOUT: ChipKind.NOT_STARTED,
}


def finding_row(known: Assessment, area: AssessmentArea) -> Row:
    """One area: how it goes, in own words, and what is wanted."""
    said = known.draft.of(area)
    wish = f"Ønsker: {said.wish}" if said.wish else ""
    words = f"«{said.words.strip('«»')}»" if said.words else ""
    return Row(
        area,
        title_word(area),
        " ".join(filter(None, (words, wish))),
        Chip(_CHIPS[said.answer], title_word(said.answer)),
        how_long="Helseopplysning" if area.sensitive else "",
    )


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
