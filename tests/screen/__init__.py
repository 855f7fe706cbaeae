"""The real program in a real window, worked by keyboard and read through the accessibility tree."""
