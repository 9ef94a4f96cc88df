"""The door: what was read goes in, what may be said comes out."""
