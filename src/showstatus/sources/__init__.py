"""Where facts are fetched from: each source decodes what a service answers into the same values (`base`)."""
