"""What an action does: ask what it needs, call the use case, say what came of it."""
