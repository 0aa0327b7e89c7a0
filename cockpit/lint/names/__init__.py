"""Names of the inside: hosts, addresses, identifiers and traces of programs, told from the public ones."""
