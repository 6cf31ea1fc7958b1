"""The views: each renders the read model and computes nothing."""
