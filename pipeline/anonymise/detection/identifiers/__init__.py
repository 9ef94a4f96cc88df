"""Finds what else points at somebody: addresses, numbers, dates, ages, places, organisations, and what is rare."""
