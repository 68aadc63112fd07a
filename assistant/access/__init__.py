"""Who may do what: keys, sign-ins, roles, how often anybody may ask, and the log of what was done."""
