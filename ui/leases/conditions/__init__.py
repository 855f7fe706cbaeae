"""The conditions in a lease on the screen."""
