"""What the rent is, since when, and how it may change."""
