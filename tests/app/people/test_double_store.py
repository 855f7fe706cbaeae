"""Whatever is known of a double goes along to the record that is kept."""

from app.people.double_store import PERSON_COLUMNS
from app.storage.database import Database

STAY = {("person", "merged_into"), ("document", "person")}
"""The join itself, and issued documents, which never change."""


def test_every_column_that_points_at_a_person_is_moved(db: Database) -> None:
    pointing = db.select(
        lambda table, column: (table, column),
        'SELECT m.name, f."from" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f'
        " WHERE m.type = 'table' AND f.\"table\" = 'person'",
    )
    assert set(pointing) - STAY == set(PERSON_COLUMNS)
    assert len(set(PERSON_COLUMNS)) == len(PERSON_COLUMNS)
