"""Word lists and lists of names, as stores that are mapped into memory; README.md says where they come from."""
