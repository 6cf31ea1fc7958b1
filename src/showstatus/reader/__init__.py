"""From prose to claims: sentences → mentions → cues → events → readings → proposals; text in, values out."""
