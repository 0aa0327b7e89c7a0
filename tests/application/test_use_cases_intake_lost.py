"""Taking a mailbox in over a bad connection: nothing is lost, and nothing goes round in circles."""

from __future__ import annotations

import pytest
from memory_mailbox import LOST, Enough, Postroom, mail

from cockpit.application.mailbox import MailboxLost, MailboxRefused
from cockpit.domain.wording import say


class TestLost:
    def test_the_waits_grow_up_to_a_minute(self, postroom: Postroom) -> None:
        def gone() -> None:
            raise LOST

        postroom.box.opening = gone
        with pytest.raises(Enough):
            postroom.intake().follow()
        assert postroom.slept == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
        assert postroom.noticed[2] == "gone; trying again in 4 s"

    def test_they_begin_anew_after_what_went_well(self, postroom: Postroom) -> None:
        turns = iter([True, True, False, True, True])

        def sometimes() -> None:
            if next(turns, True):
                raise LOST

        def breaks() -> None:
            raise LOST

        postroom.box.opening, postroom.box.waiting, postroom.most_pauses = sometimes, breaks, 5
        with pytest.raises(Enough):
            postroom.intake().follow()
        assert postroom.slept == [1, 2, 1, 2, 4]

    def test_one_run_ends_with_the_first(self, postroom: Postroom) -> None:
        postroom.box.mails = [mail(1), mail(2)]
        postroom.box.breaks_at = {2}
        with pytest.raises(MailboxLost):
            postroom.intake().take()

    def test_a_mail_that_breaks_the_connection_is_named_in_the_end(self, postroom: Postroom) -> None:
        def read() -> None:
            raise Enough

        postroom.box.mails = [mail(uid) for uid in range(1, 31)]
        postroom.box.breaks_at, postroom.box.waiting = {25}, read
        with pytest.raises(Enough):
            postroom.intake().follow()
        assert len(postroom.logged()) == 29
        assert postroom.refused == [(25, "the connection breaks whenever it is fetched")]
        assert [uids for uids in postroom.box.fetched if 25 in uids][1:] == [[25]] * 3

    def test_refused_at_first_it_ends(self, postroom: Postroom) -> None:
        def wrong() -> None:
            raise MailboxRefused(say("wrong password"))

        postroom.box.opening = wrong
        with pytest.raises(MailboxRefused):
            postroom.intake().follow()
        assert postroom.slept == []

    def test_refused_later_it_tries_again(self, postroom: Postroom) -> None:
        """A server that is starting refuses even the right password."""
        turns = iter([False, True])

        def sometimes() -> None:
            if next(turns, True):
                raise MailboxRefused(say("not yet"))

        def breaks() -> None:
            raise LOST

        postroom.box.opening, postroom.box.waiting, postroom.most_pauses = sometimes, breaks, 3
        with pytest.raises(Enough):
            postroom.intake().follow()
        assert postroom.noticed[-1] == "not yet; trying again in 4 s"
