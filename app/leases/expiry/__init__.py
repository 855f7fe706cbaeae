"""The term of a lease: its ladder, its letters, and what is decided before it runs out."""
