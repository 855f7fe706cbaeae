"""Who sends the bills: the municipality, an owner, or another."""
