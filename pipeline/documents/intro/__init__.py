"""The introductory session's deck."""
