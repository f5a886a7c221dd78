"""A mark on each file that was reported; whatever was reported until now is marked by its records."""

from django.db import migrations, models

#: What was reported until this migration: by procedure, the steps whose papers say so.
MARK = """
UPDATE cases_case c SET reported = true
FROM (VALUES
  ('P1.TX', ARRAY['assign', 'remind']),
  ('P1.CD', ARRAY['decide', 'conclude', 'extend', 'change_team']),
  ('P3.DV', ARRAY['decide', 'conclude', 'transfer_to_authorities', 'recommend_on_cadres']),
  ('P5.CB', ARRAY['plan', 'decide']),
  ('P5.DV', ARRAY['submit', 'decide', 'notify'])
) AS reporting (procedure, steps)
WHERE c.procedure = reporting.procedure AND NOT c.reported
AND EXISTS (SELECT FROM cases_steprecord r WHERE r.case_id = c.id AND r.step = ANY(reporting.steps))
"""


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0009_classified_stubs'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='reported',
            field=models.BooleanField(default=False, verbose_name='đã báo cáo cấp ủy'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('reported', True)), fields=['body', '-id'], name='reported_of_body'),
        ),
        # Last: the walls judge the marked rows when the transaction ends, and until then the table stays as it is.
        migrations.RunSQL(MARK, migrations.RunSQL.noop),
    ]
