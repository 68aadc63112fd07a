"""The command `city-assistant`: one module a sub-command, loaded when it is called for."""
