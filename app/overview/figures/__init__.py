"""Counts with the cases behind them."""
