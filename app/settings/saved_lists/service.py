"""Keeps lists under names, and notes which lists have left the register as files."""

from collections.abc import Callable
from dataclasses import replace

from app.core.errors import Invalid, NotFound, Problem
from app.core.ids import Ref
from app.settings.saved_lists import store
from app.settings.saved_lists.model import KIND, Chosen, SavedList
from app.storage.database import Database

_LONGEST = 28  # what the sidebar has room for without cutting


class SavedLists:
    """The lists of the register: shared by all who open it."""

    def __init__(self, db: Database, names_somebody: Callable[[str], bool]) -> None:
        self._db = db
        self._names_somebody = names_somebody

    def of(self, page: str) -> tuple[SavedList, ...]:
        """Those of a page, the oldest first."""
        return store.of(self._db, page)

    def get(self, saved: int) -> SavedList:
        """One of them. Raises NotFound."""
        found = store.get(self._db, saved)
        if found is None:
            raise NotFound("saved_list_not_found")
        return found

    def kept_of(self, chosen: Chosen) -> Chosen:
        """What would be kept of a choice: never a search that may name somebody (ADR-05)."""
        named = bool(chosen.search.strip()) and self._names_somebody(chosen.search)
        return replace(chosen, search="") if named else chosen

    def save(self, page: str, name: str, chosen: Chosen) -> int:
        """Keep a list, as `kept_of` tells.

        Invalid when the name is missing, too long, used on that page or may name somebody, and
        when nothing is left to filter on.
        """
        name, chosen = self._checked(page, name), self.kept_of(chosen)
        if not chosen.filters:
            raise Invalid([Problem("name", "saved_list_only_a_name")])
        with self._db.unit("list.saved") as unit:
            made = unit.insert("saved_list", page=page, name=name, chosen=store.written(chosen))
            unit.about(Ref(KIND, made))
        return made

    def rename(self, saved: int, name: str) -> None:
        """Call it something else. Raises NotFound and Invalid as `save` does."""
        old = self.get(saved)
        name = self._checked(old.page, name, saved)
        if name != old.name:
            with self._db.unit("list.renamed", Ref(KIND, saved)) as unit:
                unit.update("saved_list", saved, name=name)

    def remove(self, saved: int) -> None:
        """Take it away; what it showed is untouched. Raises NotFound."""
        self.get(saved)
        with self._db.unit("list.removed", Ref(KIND, saved)) as unit:
            unit.delete("saved_list", saved)

    def exported(self, page: str, sheet: str, filters: str, rows: int, kind: str) -> None:
        """Note that a list was saved as a file; `kind` is xlsx or csv, `filters` name nobody.

        `page` is its lasting name, `sheet` what the list is called in the file.
        Final, since the file is outside; it does not stand in the way of «Angre».
        """
        with self._db.unit("list.exported", final=True) as unit:
            unit.insert(
                "list_export",
                page=page,
                sheet=sheet,
                filters=filters,
                row_count=rows,
                file_kind=kind,
            )

    def _checked(self, page: str, name: str, own: int = 0) -> str:
        name = " ".join(name.split())
        if not name:
            raise Invalid([Problem("name", "saved_list_name_missing")])
        if len(name) > _LONGEST:
            raise Invalid([Problem("name", "saved_list_name_long", facts={"most": _LONGEST})])
        taken = {each.name.casefold() for each in self.of(page) if each.id != own}
        if name.casefold() in taken:
            raise Invalid([Problem("name", "saved_list_name_taken")])
        return name
