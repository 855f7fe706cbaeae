"""The written warning that must come before a lease is ended for breach (HL-68, DOC-18)."""
