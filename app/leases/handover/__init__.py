"""Moving in and moving out: keys, condition, the start package and what must be told first."""
