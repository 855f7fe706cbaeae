"""What the office can give, what it was before, and what another capacity would do."""
