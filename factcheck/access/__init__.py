"""Who may call the API, and how often: keys, rates, and the gate that asks for both."""
