-- A list the officer keeps under a name: which page, what it filters on, how it is laid out.
CREATE TABLE saved_list (
    id INTEGER PRIMARY KEY,
    page TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    -- which values the filters hold, what is searched for, sorting and columns, as JSON
    chosen TEXT NOT NULL
) STRICT;

CREATE INDEX saved_list_by_page ON saved_list (page, id);

-- That a list was taken out of the register as a file. Never whom it held.
CREATE TABLE list_export (
    id INTEGER PRIMARY KEY,
    page TEXT NOT NULL,
    -- what the list is called in the file
    sheet TEXT NOT NULL,
    -- the filters in words, without what was searched for
    filters TEXT NOT NULL,
    row_count INTEGER NOT NULL CHECK (row_count >= 0),
    file_kind TEXT NOT NULL CHECK (file_kind IN ('xlsx', 'csv'))
) STRICT;
