"""«Innflytting»: keys, condition, the start package and the papers of a lease."""
