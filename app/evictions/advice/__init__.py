"""What stops a case, and what is best to do next."""
