"""Every table of what is counted and filed, with its walls; takes the place of the steps by which they came to be."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from proof.laying_walls import LayWalls


class Migration(migrations.Migration):

    replaces = [
        ('reports', '0001_counted_and_filed'),
        ('reports', '0002_considered'),
        ('reports', '0003_words_of_reports'),
    ]

    initial = True

    dependencies = [
        ('cases', '0001_schema'),
        ('registry', '0001_schema'),
    ]

    operations = [
        migrations.CreateModel(
            name='Counted',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('giam_sat', 'Đối tượng được giám sát'), ('kiem_tra', 'Đối tượng được kiểm tra theo chương trình'), ('kiem_tra_dhvp', 'Đối tượng được kiểm tra khi có dấu hiệu vi phạm'), ('kiem_tra_nhiem_vu', 'Tổ chức được kiểm tra nhiệm vụ kiểm tra, giám sát'), ('kiem_tra_ky_luat', 'Tổ chức được kiểm tra thi hành kỷ luật'), ('kiem_tra_tai_chinh', 'Tổ chức được kiểm tra tài chính đảng'), ('to_cao', 'Tố cáo phải giải quyết'), ('to_cao_xong', 'Tố cáo đã giải quyết'), ('ky_luat', 'Quyết định kỷ luật'), ('dinh_chi', 'Quyết định đình chỉ'), ('khieu_nai', 'Khiếu nại kỷ luật phải giải quyết'), ('khieu_nai_xong', 'Khiếu nại kỷ luật đã giải quyết'), ('don_thu', 'Đơn, thông tin đã tiếp nhận'), ('ho_so', 'Đối tượng của hồ sơ'), ('dang_xet', 'Đối tượng đang được xem xét kỷ luật'), ('ra_khoi_dang', 'Đảng viên ra khỏi Đảng'), ('ket_nap', 'Đảng viên được kết nạp')], max_length=20, verbose_name='đơn vị tính')),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='counted', to='cases.case')),
                ('subject', models.PositiveSmallIntegerField(null=True, verbose_name='đối tượng số')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.person')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.organisation')),
                ('procedure', models.CharField(blank=True, max_length=20, verbose_name='quy trình')),
                ('day', models.DateField(verbose_name='ngày tính')),
                ('since', models.DateField(verbose_name='tình trạng từ ngày')),
                ('until', models.DateField(null=True, verbose_name='đến trước ngày')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.body')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.organisation')),
                ('level', models.CharField(choices=[('tw', 'Trung ương'), ('tinh', 'Đảng bộ tỉnh'), ('huyen', 'Đảng bộ huyện'), ('xa', 'Đảng bộ xã'), ('co_so', 'Đảng bộ cơ sở'), ('bo_phan', 'Đảng bộ bộ phận'), ('chi_bo', 'Chi bộ')], max_length=12, verbose_name='loại tổ chức')),
                ('body_kind', models.CharField(blank=True, choices=[('cap_uy', 'Cấp ủy'), ('btv', 'Ban Thường vụ'), ('ban_bi_thu', 'Ban Bí thư'), ('ubkt', 'Ủy ban Kiểm tra'), ('chi_bo', 'Chi bộ'), ('chi_uy', 'Chi ủy'), ('ban', 'Cơ quan tham mưu, giúp việc')], max_length=12, verbose_name='loại cơ quan')),
                ('origin', models.CharField(blank=True, choices=[('giam_sat', 'Qua giám sát'), ('kiem_tra', 'Qua kiểm tra'), ('to_cao', 'Qua giải quyết tố cáo'), ('don_thu', 'Đơn thư'), ('chuong_trinh', 'Chương trình, nhiệm vụ được giao'), ('co_quan_khac', 'Cơ quan, tổ chức khác báo'), ('cap_duoi', 'Cấp dưới đề nghị'), ('nam_tinh_hinh', 'Tự nắm tình hình'), ('khong_ro', 'Chưa ghi nguồn')], max_length=20, verbose_name='nguồn')),
                ('form', models.CharField(blank=True, max_length=16, verbose_name='hình thức')),
                ('outcome', models.CharField(blank=True, max_length=20, verbose_name='kết quả')),
                ('marks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None, verbose_name='dấu')),
                ('themes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None, verbose_name='nội dung')),
            ],
            options={
                'verbose_name': 'đơn vị thống kê',
                'indexes': [models.Index(fields=['what', 'day'], name='counted_of_days'), models.Index(fields=['case'], name='counted_of_case')],
            },
        ),
        migrations.CreateModel(
            name='CountedCase',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                ('records', models.PositiveIntegerField(verbose_name='số bản ghi')),
                ('followers', models.PositiveIntegerField(verbose_name='số hồ sơ mở tiếp')),
            ],
            options={
                'verbose_name': 'hồ sơ đã tính thống kê',
            },
        ),
        migrations.CreateModel(
            name='CountedRegister',
            fields=[
                ('part', models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name='phần')),
                ('state', models.CharField(max_length=200, verbose_name='dấu hiệu')),
            ],
            options={
                'verbose_name': 'danh bạ đã tính thống kê',
            },
        ),
        migrations.CreateModel(
            name='Filing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='filings', to='registry.organisation')),
                ('period', models.CharField(max_length=12, verbose_name='kỳ')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(verbose_name='đến hết ngày')),
                ('version', models.PositiveSmallIntegerField(verbose_name='lần báo cáo')),
                ('figures', models.JSONField(verbose_name='số liệu')),
                ('sha256', models.CharField(max_length=64, verbose_name='mã băm số liệu')),
                ('nothing', models.BooleanField(default=False, verbose_name='không phát sinh')),
                ('explained', models.TextField(blank=True, verbose_name='giải trình')),
                ('text', models.JSONField(blank=True, default=dict, verbose_name='phần lời')),
                ('due_on', models.DateField(null=True, verbose_name='hạn nộp')),
                ('filed_on', models.DateField(verbose_name='nộp ngày')),
                ('filed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('reopened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('reopened_on', models.DateField(null=True, verbose_name='mở lại ngày')),
                ('reopened_for', models.CharField(blank=True, max_length=500, verbose_name='lý do mở lại')),
                ('reopened_under', models.CharField(blank=True, max_length=200, verbose_name='văn bản mở lại')),
            ],
            options={
                'verbose_name': 'báo cáo thống kê đã nộp',
                'constraints': [models.UniqueConstraint(fields=('organisation', 'first_day', 'last_day', 'period', 'version'), name='one_filing_a_version'), models.UniqueConstraint(condition=models.Q(('reopened_by', None)), fields=('organisation', 'first_day', 'last_day', 'period'), name='one_standing_filing')],
            },
        ),
        LayWalls(
            triggers={
                'filing': [pgtrigger.compiler.Trigger(name='superseded_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."reopened_by_id" IS NOT NULL OR NEW."reopened_by_id" IS NULL OR (OLD."id", OLD."organisation_id", OLD."period", OLD."first_day", OLD."last_day", OLD."version", OLD."figures", OLD."sha256", OLD."nothing", OLD."explained", OLD."text", OLD."due_on", OLD."filed_on", OLD."filed_by_id") IS DISTINCT FROM (NEW."id", NEW."organisation_id", NEW."period", NEW."first_day", NEW."last_day", NEW."version", NEW."figures", NEW."sha256", NEW."nothing", NEW."explained", NEW."text", NEW."due_on", NEW."filed_on", NEW."filed_by_id"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi; chỉ được thay một lần bằng dòng mới.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='b455f27f814359ab41d278f9e8162291b92386e4', operation='UPDATE', pgid='pgtrigger_superseded_once_06235', table='reports_filing', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='39a3af5072ce9f69bff5173049a86b36eb185cb9', operation='DELETE', pgid='pgtrigger_not_removed_c7c31', table='reports_filing', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='437581d780308485f741b52c2c3ab1ce7480f804', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_90f05', table='reports_filing', when='BEFORE'))],
            },
        ),
    ]
