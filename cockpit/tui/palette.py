"""The palette in the user's language: every action by name, and a word where none has it."""

from __future__ import annotations

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from cockpit.i18n import _


class Actions(Provider):
    """The app's commands, listed and searched."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, what, run, _shown in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(name, run, help=what)

    async def search(self, query: str) -> Hits:
        """Those whose name has the letters of ``query`` in that order."""
        matcher = self.matcher(query)
        found = False
        for name, what, run, _shown in self.app.get_system_commands(self.screen):
            score = matcher.match(name)
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(name), run, help=what)
        if not found:
            yield Hit(1, _("no action has this name"), lambda: None)


def palette() -> CommandPalette:
    """The palette's screen."""
    return CommandPalette(placeholder=_("Find an action by its name"), id="--command-palette")
