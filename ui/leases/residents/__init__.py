"""Who lives there: a part of the page of a lease."""
