"""The eight indicators of the strategic forum, with target, trend and the cases behind them."""
