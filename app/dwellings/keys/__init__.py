"""Which keys a dwelling has, and who has them."""
