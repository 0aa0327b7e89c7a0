"""Reads English: what times a sentence names, and which predicate each of them belongs to."""
