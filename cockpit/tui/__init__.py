"""The full-screen app: state goes down, intent comes up, widgets hold no rule of the field."""
