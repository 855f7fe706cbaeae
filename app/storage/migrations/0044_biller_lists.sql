-- Whose list one take-in was.
CREATE TABLE biller_list (
    id INTEGER PRIMARY KEY,
    biller INTEGER NOT NULL REFERENCES biller (id),
    sheet_import INTEGER NOT NULL REFERENCES sheet_import (id),
    claims INTEGER NOT NULL,
    payments INTEGER NOT NULL,
    balances INTEGER NOT NULL
) STRICT;

CREATE INDEX biller_list_biller ON biller_list (biller);
CREATE INDEX biller_list_sheet_import ON biller_list (sheet_import);

-- What a biller says a tenancy owes on a day: held against ours, never counted with it. Whole øre,
-- below nothing when the tenant has paid too much.
CREATE TABLE stated_balance (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    biller INTEGER NOT NULL REFERENCES biller (id),
    stated_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    biller_list INTEGER NOT NULL REFERENCES biller_list (id)
) STRICT;

CREATE INDEX stated_balance_lease ON stated_balance (lease, stated_on);
CREATE INDEX stated_balance_biller ON stated_balance (biller);
CREATE INDEX stated_balance_list ON stated_balance (biller_list);
