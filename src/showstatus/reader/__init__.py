"""From prose to claims: sentences → mentions → cues → events → readings → proposals, all of it values in, values out."""
