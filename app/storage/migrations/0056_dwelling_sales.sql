-- A dwelling that is to be sold counts until it is sold (B2): from a day it is, or is no longer.
CREATE TABLE dwelling_sale (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    since TEXT NOT NULL,
    for_sale INTEGER NOT NULL CHECK (for_sale IN (0, 1)),
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX dwelling_sale_day ON dwelling_sale (dwelling, since, id);
