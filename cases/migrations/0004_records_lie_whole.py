"""A record lies whole in its row: whoever checks a million of them fetches no text from elsewhere."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_count_sheets")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE cases_steprecord SET (toast_tuple_target = 8160)",
            "ALTER TABLE cases_steprecord RESET (toast_tuple_target)",
        ),
    ]
