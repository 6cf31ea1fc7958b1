"""From prose to claims, text in and values out: `article` names the steps.

Their folders import one from the other in this order: `mentions` → `cues` → `titles` → `events` → `readings`.
"""
