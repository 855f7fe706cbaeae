"""The conditions of a vedtak as parts of a lease, kept or broken."""
