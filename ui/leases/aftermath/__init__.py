"""After a lease: the dwelling back, belongings, condition, deposit."""
