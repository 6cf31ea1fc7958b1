"""When the next instalment comes: estimates from dated facts, and the fitted numbers behind them."""
