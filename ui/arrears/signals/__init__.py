"""«Tidlige tegn»: on the page of a tenancy, and for everyone."""
