"""Reads a message as an experienced liaison would: text and context in, findings and the promise out. Pure."""
