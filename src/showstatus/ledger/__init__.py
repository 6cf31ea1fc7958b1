"""The ledger: registries and what was fetched, read into shows and claims."""
