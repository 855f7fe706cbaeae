"""The rent of a lease, and of all of them at once."""
