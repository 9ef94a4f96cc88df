"""Finds in a text what could tell who it is about: annotators that mark, one that settles, one that replaces."""
