"""Places that state one thing differently, one module for each kind of contradiction."""
