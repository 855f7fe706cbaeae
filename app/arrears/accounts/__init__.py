"""What is typed on the account of a tenancy, and a month of rent for all."""
