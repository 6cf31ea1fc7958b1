"""The static site: pages, drawings and the feed, made of reports; the files in `files/` go out as they are."""
