"""A lease ordered from its landlord, on the screen."""
