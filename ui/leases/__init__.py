"""«Leieforhold»: the leases there are, and one lease from draft to its last day."""
