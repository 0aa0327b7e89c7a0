"""What each pane shows, as pure functions of state and now, tested without a terminal."""
