-- What the search box asks for beside words: a day of birth, a kind of document, a mark on a key.
CREATE INDEX person_by_birth ON person (birth_date) WHERE birth_date IS NOT NULL;

CREATE INDEX document_by_kind ON document (kind, id);

CREATE INDEX door_key_by_mark ON door_key (mark COLLATE NOCASE);
