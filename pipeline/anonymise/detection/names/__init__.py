"""Finds names: those that are known, those that a word beside them gives away, and what no list knows."""
