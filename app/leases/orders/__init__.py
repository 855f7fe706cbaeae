"""Orders of a lease from an outside landlord."""
