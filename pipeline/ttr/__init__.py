"""The programme in the manual's own words: its people, its year, its sessions and its rules."""
