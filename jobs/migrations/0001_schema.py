"""Every table of the work in the background, with its walls; takes the place of the steps by which they came to be."""

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from proof.laying_walls import LayWalls


class Migration(migrations.Migration):

    replaces = [
        ('jobs', '0001_jobs'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60, verbose_name='việc')),
                ('about', models.CharField(max_length=120, verbose_name='đối với')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='jobs', to=settings.AUTH_USER_MODEL)),
                ('given', models.JSONField(default=dict, verbose_name='yêu cầu')),
                ('state', models.CharField(choices=[('cho', 'Đang chờ đến lượt'), ('dang_lam', 'Đang thực hiện'), ('xong', 'Đã xong'), ('khong_lam_duoc', 'Không thực hiện được')], default='cho', max_length=20, verbose_name='trạng thái')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='đã làm')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='tổng số')),
                ('saying', models.CharField(blank=True, max_length=200, verbose_name='đang làm')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='số lần nhận việc')),
                ('result', models.JSONField(default=dict, verbose_name='kết quả')),
                ('reasons', models.JSONField(default=list, verbose_name='lý do không làm được')),
                ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='yêu cầu lúc')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='kết thúc lúc')),
            ],
            options={
                'verbose_name': 'việc chạy nền',
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('cho', 'dang_lam'))), fields=('kind', 'about'), name='one_open_job_of_a_kind')],
            },
        ),
        LayWalls(
            triggers={
                'job': [pgtrigger.compiler.Trigger(name='only_these_change', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (ROW(OLD."id", OLD."kind", OLD."about", OLD."by_id", OLD."given", OLD."asked_at") IS DISTINCT FROM ROW(NEW."id", NEW."kind", NEW."about", NEW."by_id", NEW."given", NEW."asked_at"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi, ngoài những cột được phép.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='4ff6ecda6ee7072f13fa01131742f2ad790679dc', operation='UPDATE', pgid='pgtrigger_only_these_change_185bc', table='jobs_job', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='5577d4615a4f9c6f4e2eac8de6a0593acc4b2a97', operation='DELETE', pgid='pgtrigger_not_removed_b3477', table='jobs_job', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='0f409b19982ae512ce14e8b26b0e00dc8f43c7dd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_32187', table='jobs_job', when='BEFORE'))],
            },
        ),
    ]
