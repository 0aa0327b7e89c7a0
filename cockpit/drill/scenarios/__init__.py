"""What the drill plays: one incident a module, as data, in the language of its customers."""
