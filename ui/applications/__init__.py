"""Applications: the list, a new one, one known, and the preliminary reply."""
