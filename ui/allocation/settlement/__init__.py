"""Settlement by agreement, and what falls vacant."""
