"""«Gjeld»: creditors and what they claim."""
