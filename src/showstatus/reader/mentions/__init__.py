"""What a sentence names: shows, seasons, dates, platforms."""
