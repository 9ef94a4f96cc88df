"""Team Teacher Reflection: from a team's filled forms to what its meetings need."""

__version__ = "0.1.0"
