"""Who leaves an institution or prison without a home, and when."""
