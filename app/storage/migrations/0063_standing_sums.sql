-- What the first reading of a day asks of every row there is, without opening the rows.
CREATE INDEX rent_charge_standing ON rent_charge (lease, amount) WHERE withdrawn_on IS NULL;
CREATE INDEX rent_payment_standing ON rent_payment (lease, paid_on, amount)
    WHERE withdrawn_on IS NULL;
CREATE INDEX document_unsent ON document (issued_at, id) WHERE to_send = 1;
