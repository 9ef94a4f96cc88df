"""The frame of reference, and what a team writes it from."""
