"""Writes Office files out of plain values."""
