"""The records and the reads in the order of time, over all files, as the auditors' trail pages through them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('cases', '0019_list_taken')]

    operations = [
        migrations.AddIndex(
            model_name="steprecord",
            index=models.Index(fields=["-recorded_at", "-id"], name="records_by_time"),
        ),
        migrations.AddIndex(
            model_name="readentry",
            index=models.Index(fields=["-at", "-id"], name="reads_by_time"),
        ),
    ]
