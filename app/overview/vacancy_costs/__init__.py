"""What vacant days and repair cost in kroner, by cause, until let again."""
