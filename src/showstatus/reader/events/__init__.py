"""What a text tells of its shows: each phrase with its show, its season and its date."""
