"""The command line: one module a command, a row in COMMANDS, JSON that other programs rely on."""
