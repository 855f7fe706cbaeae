"""Many leases made in one go."""
