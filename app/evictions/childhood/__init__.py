"""Children first: what was thought best for them, and the meeting held at once."""
