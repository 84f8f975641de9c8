from django.apps import AppConfig


class LoketConfig(AppConfig):
    name = "loket.models"
    label = "loket"
    verbose_name = "Loket Aplikasi"
    default_auto_field = "django.db.models.BigAutoField"
