"""Claims the tenant says are wrong, and sums paid in on a blocked account."""
