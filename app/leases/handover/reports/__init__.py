"""The condition of a dwelling at moving in, and again at moving out."""
