"""What people carry out of other services: read as lists of shows (`formats`), found among known ones (`placing`)."""
