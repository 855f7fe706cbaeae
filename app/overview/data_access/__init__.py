"""What the office holds about one person, whole, for the person's own access (PV-04)."""
