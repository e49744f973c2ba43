"""claims:search, in the shape of Google's Fact Check Tools API, so that its clients work here."""
