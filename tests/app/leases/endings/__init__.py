"""What ends a lease."""
