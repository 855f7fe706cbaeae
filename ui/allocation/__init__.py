"""The waiting list: places with their reasons, moves, group order, who fits a dwelling."""
