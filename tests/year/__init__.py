"""A year of cron: what unfolds, what goes wrong meanwhile, and what has to come of it."""
