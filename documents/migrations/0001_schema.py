"""Every table of the papers, with its walls; takes the place of the steps by which they came to be."""

import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from proof.laying_walls import LayWalls


class Migration(migrations.Migration):

    replaces = [
        ('documents', '0001_papers'),
        ('documents', '0002_incoming_book'),
        ('documents', '0003_signed_states'),
        ('documents', '0004_copies_sources_wordings'),
        ('documents', '0005_number_books_and_originals'),
    ]

    initial = True

    dependencies = [
        ('registry', '0001_schema'),
    ]

    operations = [
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12, verbose_name='loại văn bản')),
                ('title', models.CharField(max_length=1000, verbose_name='tên văn bản')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='registry.body')),
                ('term', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='registry.term')),
                ('symbol', models.CharField(blank=True, max_length=8, verbose_name='ký hiệu loại')),
                ('series', models.CharField(blank=True, max_length=40, verbose_name='dãy riêng của đoàn')),
                ('number', models.PositiveIntegerField(null=True, verbose_name='số')),
                ('number_text', models.CharField(blank=True, max_length=60, verbose_name='số và ký hiệu')),
                ('dated', models.DateField(null=True, verbose_name='ngày ban hành')),
                ('state', models.CharField(choices=[('du_thao', 'Dự thảo'), ('da_trinh', 'Đã trình'), ('da_ky', 'Đã ký, chưa có số'), ('cho_in', 'Đã có số, chưa in'), ('da_ban_hanh', 'Đã in, đã ban hành'), ('da_tong_dat', 'Đã tống đạt'), ('da_tiep_nhan', 'Đã tiếp nhận'), ('da_huy', 'Đã hủy')], max_length=12, verbose_name='trạng thái')),
                ('values', models.JSONField(verbose_name='nội dung')),
                ('values_sha256', models.CharField(max_length=64, verbose_name='mã băm nội dung')),
                ('sources', models.JSONField(default=dict, verbose_name='nguồn của nội dung')),
                ('layout', models.CharField(max_length=16, verbose_name='thể thức')),
                ('wording', models.CharField(blank=True, max_length=64, verbose_name='mã băm mẫu văn bản')),
                ('source', models.TextField(blank=True, verbose_name='mẫu riêng của nơi dùng')),
                ('signed_on', models.DateField(null=True, verbose_name='ngày ký')),
                ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers_signed', to='registry.person')),
                ('cancelled_why', models.TextField(blank=True, verbose_name='lý do hủy')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='documents.paper')),
                ('prepared_at', models.DateTimeField(auto_now_add=True, verbose_name='lập lúc')),
            ],
            options={
                'verbose_name': 'văn bản',
                'verbose_name_plural': 'văn bản',
                'indexes': [models.Index(fields=['state'], name='documents_p_state_b6743a_idx'), models.Index(fields=['body', 'dated'], name='documents_p_body_id_50259c_idx')],
                'constraints': [models.UniqueConstraint(fields=('body', 'term', 'symbol', 'series', 'number'), name='one_paper_per_number'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['cho_in', 'da_ban_hanh', 'da_tong_dat']), _negated=True), ('symbol', ''), models.Q(('dated__isnull', False), ('number__isnull', False)), _connector='OR'), name='issued_papers_have_number_and_day'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'da_huy'), _negated=True), models.Q(('cancelled_why', ''), _negated=True), _connector='OR'), name='cancelled_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='documents.paper')),
                ('kind', models.CharField(choices=[('sao_y', 'Sao y bản chính'), ('sao_luc', 'Sao lục'), ('trich_sao', 'Trích sao')], max_length=12, verbose_name='hình thức sao')),
                ('part', models.JSONField(default=dict, verbose_name='phần được trích')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='registry.body')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='registry.term')),
                ('number', models.PositiveIntegerField(verbose_name='số')),
                ('number_text', models.CharField(max_length=60, verbose_name='số và ký hiệu')),
                ('dated', models.DateField(verbose_name='ngày sao')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies_signed', to='registry.person')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('recipients', models.JSONField(verbose_name='nơi nhận')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies_made', to='registry.person')),
                ('made_at', models.DateTimeField(verbose_name='lập lúc')),
                ('copied_sha256', models.CharField(max_length=64, verbose_name='mã băm bản được sao')),
                ('pdf', models.BinaryField(verbose_name='bản sao')),
                ('sha256', models.CharField(max_length=64, verbose_name='mã băm bản sao')),
                ('pages', models.PositiveIntegerField(verbose_name='số trang')),
            ],
            options={
                'verbose_name': 'bản sao văn bản',
                'verbose_name_plural': 'bản sao văn bản',
                'constraints': [models.UniqueConstraint(fields=('body', 'term', 'number'), name='one_copy_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Original',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='originals', to='documents.paper')),
                ('scan', models.BinaryField(verbose_name='bản chụp')),
                ('name', models.CharField(max_length=200, verbose_name='tên tệp')),
                ('kind', models.CharField(max_length=60, verbose_name='loại tệp')),
                ('sha256', models.CharField(max_length=64, verbose_name='mã băm bản chụp')),
                ('print_sha256', models.CharField(max_length=64, verbose_name='mã băm bản in đã đối chiếu')),
                ('compared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('compared_on', models.DateField(verbose_name='ngày đối chiếu')),
                ('recorded_at', models.DateTimeField(verbose_name='ghi lúc')),
            ],
            options={
                'verbose_name': 'bản gốc ký tay',
            },
        ),
        migrations.CreateModel(
            name='Custody',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='custody', to='documents.paper')),
                ('place', models.CharField(max_length=300, verbose_name='nơi giữ')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='lý do')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('recorded_at', models.DateTimeField(verbose_name='ghi lúc')),
            ],
            options={
                'verbose_name': 'nơi giữ bản gốc',
            },
        ),
        migrations.CreateModel(
            name='SiteWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12, verbose_name='loại văn bản')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('source', models.TextField(blank=True, verbose_name='mẫu')),
                ('sha256', models.CharField(max_length=64, verbose_name='mã băm mẫu')),
                ('reason', models.TextField(verbose_name='lý do')),
                ('adopted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings_adopted', to='registry.person')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('adopted_at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'mẫu văn bản của nơi dùng',
                'indexes': [models.Index(fields=['kind', 'first_day'], name='documents_s_kind_59caba_idx')],
            },
        ),
        migrations.CreateModel(
            name='NumberBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='number_books', to='registry.body')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='number_books', to='registry.term')),
                ('symbol', models.CharField(max_length=8, verbose_name='ký hiệu loại')),
                ('series', models.CharField(blank=True, max_length=40, verbose_name='dãy riêng của đoàn')),
                ('next_number', models.PositiveIntegerField(default=1, verbose_name='số kế tiếp')),
            ],
            options={
                'verbose_name': 'sổ số văn bản',
                'constraints': [models.UniqueConstraint(fields=('body', 'term', 'symbol', 'series'), name='one_book_per_series'), models.CheckConstraint(condition=models.Q(('next_number__gte', 1)), name='book_starts_at_one')],
            },
        ),
        migrations.CreateModel(
            name='SignOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sign_offs', to='documents.paper')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sign_offs', to='registry.person')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('level', models.CharField(choices=[('can_bo', 'Cán bộ soạn thảo'), ('tham_dinh', 'Xem xét, cho ý kiến'), ('ky', 'Ký ban hành')], max_length=12, verbose_name='cấp')),
                ('values_sha256', models.CharField(max_length=64, verbose_name='mã băm nội dung')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'chữ ký, ý kiến duyệt',
            },
        ),
        migrations.CreateModel(
            name='Print',
            fields=[
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='print', serialize=False, to='documents.paper')),
                ('pdf', models.BinaryField(verbose_name='bản in')),
                ('sha256', models.CharField(max_length=64, verbose_name='mã băm bản in')),
                ('pages', models.PositiveIntegerField(verbose_name='số trang')),
                ('wording', models.CharField(max_length=64, verbose_name='mã băm mẫu văn bản')),
                ('printed_at', models.DateTimeField(verbose_name='in lúc')),
            ],
            options={
                'verbose_name': 'bản in',
            },
        ),
        migrations.CreateModel(
            name='SignedState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signed_states', to='documents.paper')),
                ('sequence', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                ('mark', models.CharField(choices=[('chu_ky', 'Người ký'), ('so', 'Cơ quan ký số văn bản'), ('ngay', 'Cơ quan ký ngày ban hành'), ('con_dau', 'Con dấu của cơ quan')], max_length=8, verbose_name='dấu')),
                ('added', models.BinaryField(verbose_name='phần thêm vào tệp')),
                ('sha256', models.CharField(max_length=64, verbose_name='mã băm của tệp')),
                ('holder', models.CharField(max_length=300, verbose_name='chứng thư của')),
                ('issuer', models.CharField(max_length=300, verbose_name='nơi cấp chứng thư')),
                ('certificate_sha256', models.CharField(max_length=64, verbose_name='mã băm chứng thư')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'chữ ký số',
                'constraints': [models.UniqueConstraint(fields=('paper', 'sequence'), name='one_state_per_signature'), models.UniqueConstraint(fields=('paper', 'mark'), name='one_signature_per_mark')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='documents.paper')),
                ('on', models.DateField(verbose_name='ngày tống đạt')),
                ('to', models.CharField(max_length=300, verbose_name='người nhận')),
                ('outcome', models.CharField(choices=[('da_nhan', 'Đã nhận'), ('tu_choi_nhan', 'Từ chối nhận, đã lập biên bản')], max_length=16, verbose_name='kết quả')),
                ('evidence', models.CharField(max_length=300, verbose_name='biên bản, giấy nhận')),
                ('recorded_at', models.DateTimeField(verbose_name='ghi lúc')),
            ],
            options={
                'verbose_name': 'tống đạt',
            },
        ),
        migrations.CreateModel(
            name='Journal',
            fields=[
                ('body', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='journal', serialize=False, to='registry.body')),
                ('length', models.PositiveIntegerField(default=0, verbose_name='số dòng')),
                ('head', models.CharField(max_length=64, verbose_name='mã băm dòng cuối')),
            ],
            options={
                'verbose_name': 'nhật ký văn bản',
            },
        ),
        migrations.CreateModel(
            name='BookEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('content', models.TextField(verbose_name='nội dung đã băm')),
                ('hash', models.CharField(max_length=64, verbose_name='mã băm')),
                ('recorded_at', models.DateTimeField(verbose_name='ghi lúc')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='book_entries', to='registry.body')),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='book_entries', to='documents.paper')),
                ('deed', models.CharField(choices=[('mo_so', 'Mở sổ'), ('cap_so', 'Cấp số'), ('giu_so', 'Giữ số'), ('van_ban_mat', 'Giữ số văn bản mật'), ('ban_goc', 'Chụp, đối chiếu bản gốc'), ('noi_giu', 'Nơi giữ bản gốc'), ('vao_so', 'Vào sổ văn bản đến'), ('huy', 'Hủy'), ('sao', 'Cấp số bản sao')], max_length=12, verbose_name='việc')),
            ],
            options={
                'verbose_name': 'dòng sổ văn bản',
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('body', 'sequence'), name='one_book_entry_per_place')],
            },
        ),
        LayWalls(
            triggers={
                'journal': [pgtrigger.compiler.Trigger(name='grows_by_one', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."length" <> OLD."length" + 1 OR (OLD."body_id") IS DISTINCT FROM (NEW."body_id"))', func="RAISE EXCEPTION 'Bảng %: sổ chỉ tăng từng số một.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='3c52c4c17101da8e34810f85e9b6f4053ac3b8cf', operation='UPDATE', pgid='pgtrigger_grows_by_one_e61c8', table='documents_journal', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='8a0a66361430058c08e456ca54f65d9737060306', operation='DELETE', pgid='pgtrigger_not_removed_9114e', table='documents_journal', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='9bb0a84c33b05af1a40828841d6c254f785d3a82', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_a831d', table='documents_journal', when='BEFORE'))],
                'numberbook': [pgtrigger.compiler.Trigger(name='counts_up_by_one', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."next_number" <> OLD."next_number" + 1 OR (OLD."id", OLD."body_id", OLD."term_id", OLD."symbol", OLD."series") IS DISTINCT FROM (NEW."id", NEW."body_id", NEW."term_id", NEW."symbol", NEW."series"))', func="RAISE EXCEPTION 'Bảng %: sổ chỉ tăng từng số một.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='98ef8b4c3e5fee82978104d57012983e3961f3ce', operation='UPDATE', pgid='pgtrigger_counts_up_by_one_6c331', table='documents_numberbook', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='1f293d5dfccdffe19ba7a1a67cf5265ae747c136', operation='DELETE', pgid='pgtrigger_not_removed_5257d', table='documents_numberbook', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='194b2e94bb61181bb41a8d2a4a04c410274ae6fc', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_8ed7e', table='documents_numberbook', when='BEFORE'))],
                'print': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='ce8bb5c4375d4bdae2eaca65a6019beab24ba8ba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1a00a', table='documents_print', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='d25630a25b2d6dc21a8610e3d3920685a570adfd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_0e058', table='documents_print', when='BEFORE'))],
                'paper': [pgtrigger.compiler.Trigger(name='frozen_once_signed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.state NOT IN (\'du_thao\', \'da_trinh\') AND (OLD."kind", OLD."title", OLD."body_id", OLD."term_id", OLD."symbol", OLD."series", OLD."values", OLD."values_sha256", OLD."sources", OLD."layout", OLD."wording", OLD."source", OLD."signed_on", OLD."signed_by_id", OLD."replaces_id", OLD."prepared_at") IS DISTINCT FROM (NEW."kind", NEW."title", NEW."body_id", NEW."term_id", NEW."symbol", NEW."series", NEW."values", NEW."values_sha256", NEW."sources", NEW."layout", NEW."wording", NEW."source", NEW."signed_on", NEW."signed_by_id", NEW."replaces_id", NEW."prepared_at"))', func="RAISE EXCEPTION 'Bảng %: nội dung văn bản đã ký không được sửa; sai thì ban hành văn bản mới.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c2303446eac88227febb54d9a7845e83f2ddd00c', operation='UPDATE', pgid='pgtrigger_frozen_once_signed_d3f98', table='documents_paper', when='BEFORE')), pgtrigger.compiler.Trigger(name='numbered_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD."number" IS NOT NULL AND NEW."number" IS DISTINCT FROM OLD."number") OR (OLD."dated" IS NOT NULL AND NEW."dated" IS DISTINCT FROM OLD."dated"))', func="RAISE EXCEPTION 'Bảng %: số và ngày của văn bản chỉ được ghi một lần.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='aff4ac7f54bf8e70a7faeec4ed1074a77c2bbb05', operation='UPDATE', pgid='pgtrigger_numbered_once_97e62', table='documents_paper', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_these_ways', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('du_thao', 'da_trinh'), ('da_trinh', 'du_thao'), ('du_thao', 'da_ky'), ('da_trinh', 'da_ky'), ('du_thao', 'cho_in'), ('da_trinh', 'cho_in'), ('da_ky', 'cho_in'), ('cho_in', 'da_ban_hanh'), ('da_ban_hanh', 'da_tong_dat'), ('du_thao', 'da_huy'), ('da_trinh', 'da_huy'), ('da_ky', 'da_huy'), ('cho_in', 'da_huy'), ('da_ban_hanh', 'da_huy')))", func="RAISE EXCEPTION 'Bảng %: văn bản không thể chuyển sang trạng thái này.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='e4308e29a2e9fb925ad53b46e0f44fd7735393ba', operation='UPDATE', pgid='pgtrigger_only_these_ways_e9983', table='documents_paper', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='1152a5b6bfd58288531bc90d1915a499dfa22ee4', operation='DELETE', pgid='pgtrigger_not_removed_99513', table='documents_paper', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='8e61d686e5880f3c118f8c3af4fde2390f892f39', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_9c61e', table='documents_paper', when='BEFORE'))],
                'original': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='09a13300eaefef2eb41ee16fa51945b01543ce34', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a2653', table='documents_original', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='6a8b0ad36fcc937faf5e57ccc8c49aed287bc67e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_abc09', table='documents_original', when='BEFORE'))],
                'custody': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='55809c1901656c9ba7847f342c96a2b83d15559b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2f3e8', table='documents_custody', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='035d18e3b44f2222bf943232419809c9243b0a9a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_33df2', table='documents_custody', when='BEFORE'))],
                'copy': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='99c4d8e64d6774d05322bb25b980898135cb753a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_44472', table='documents_copy', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='f4d49b925ab505570d0c150048cfa9bc9e20e608', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_a2abe', table='documents_copy', when='BEFORE'))],
                'bookentry': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c3bce81da6e1d1b9e445b23c0bb4feaee4ad9d4e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6ee5e', table='documents_bookentry', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='22f2bf484a08f0b62c2b4863171e6a1e13a7961c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_47490', table='documents_bookentry', when='BEFORE'))],
                'service': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='4e312750d9d219c5d6e3eb2a23074d23046a026a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8c200', table='documents_service', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='9e6844cf038251e201721e5f07c36fcef7df66e2', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_2397f', table='documents_service', when='BEFORE'))],
                'signedstate': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='61b201e40ab92e6c8314fa5cc2a368dcd2b5168d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_59320', table='documents_signedstate', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='6c77a6dac90d51ff7a81775140d05c105cef6a4f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_fbf65', table='documents_signedstate', when='BEFORE'))],
                'signoff': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='d1221fda7625b9dbd8d513b0c23f844d4b4aa16b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_46e07', table='documents_signoff', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='ea173535df24d41948ad6ab697ca9b69dbc253d5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_df4ad', table='documents_signoff', when='BEFORE'))],
                'sitewording': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='ef60595e27cd35a9472355d692d18fae24c34fd2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7bad9', table='documents_sitewording', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='6b1b39b50a88d8089b13c09da5752b23f57c1eea', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_aba5d', table='documents_sitewording', when='BEFORE'))],
            },
        ),
    ]
