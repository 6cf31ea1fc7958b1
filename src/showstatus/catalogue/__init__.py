"""The world catalogue: TVmaze's index of every show, on disk, so that names and ids are found offline."""
