"""The same use cases for pipes and scripts; Textual is imported only when the screen opens."""
