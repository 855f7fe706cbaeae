"""How a lease ends: notices, protests, termination, and what comes after."""
