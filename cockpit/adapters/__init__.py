"""The world behind the ports: SQLite, templates, the clipboard, configuration, paths, the clock."""
