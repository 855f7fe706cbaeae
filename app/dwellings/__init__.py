"""The stock: dwellings, their owners, allocators, status and rent, each with its day."""
