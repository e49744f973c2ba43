from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """The pages of histories; the tables belong to the apps whose rows they tell of."""

    name = "factcheck.history"
    label = "history"
