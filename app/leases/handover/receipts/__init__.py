"""Which keys a lease has, and the receipt both sign."""
