"""The use cases: load, decide in the domain, record in one transaction. Ports say what they need of the world."""
