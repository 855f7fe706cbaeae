"""What does not hang together among leases, dwellings and keys: a standing list."""
