"""A simulated incident: a scripted clock, IC and customers drive the use cases."""
