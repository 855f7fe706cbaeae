"""The stock: the list of dwellings, and one dwelling with its days."""
