"""Reads what came in. Everything in here may name somebody; only the door and the post may look inside."""
