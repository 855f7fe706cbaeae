"""What a person has from each unit, whom to ring there, and what may be told to whom."""
