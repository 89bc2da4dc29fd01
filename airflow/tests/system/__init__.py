"""The whole stack on real parts, started as anybody would start it."""
