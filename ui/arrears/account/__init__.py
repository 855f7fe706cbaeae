"""«Krav og innbetalinger»: the account of one tenancy."""
