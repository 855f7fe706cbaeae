"""The municipality's own rules of allocation, on the screen."""
