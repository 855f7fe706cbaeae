"""The municipality's own rules of allocation, as adopted from a day."""
