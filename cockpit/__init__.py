"""The customer liaison's cockpit: a full-screen terminal app for telling customers what is going on."""
