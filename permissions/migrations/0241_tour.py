from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("permissions", "0001_schema")]

    operations = [
        migrations.AddField(
            model_name="accountchoice",
            name="tour",
            field=models.SmallIntegerField(default=0, verbose_name="chặng đang xem của lượt làm quen"),
        ),
    ]
