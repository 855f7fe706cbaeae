"""«Individuell plan»: whether one is wanted, its ten parts, and its print (DOC-08)."""
