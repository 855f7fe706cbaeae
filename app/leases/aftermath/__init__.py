"""After a lease: the dwelling back, belongings, deposit, and what is owed for living on."""
