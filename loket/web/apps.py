from django.apps import AppConfig


class WebConfig(AppConfig):
    """Only for Django to find the template tags."""

    name = "loket.web"
    label = "loket_web"
