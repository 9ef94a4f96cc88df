"""How the year stands, on the terminal and for a program."""
