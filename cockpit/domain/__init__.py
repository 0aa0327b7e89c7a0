"""What an incident is, as seen from the customers' side: plain values and pure functions, no clock, no disk."""
