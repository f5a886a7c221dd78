"""Every table of the rights, with its walls; takes the place of the steps by which they came to be."""

import django.db.models.deletion
import django.utils.timezone
import permissions.models
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from proof.laying_walls import LayWalls


class Migration(migrations.Migration):

    replaces = [
        ('permissions', '0001_api_tokens'),
        ('permissions', '0002_token_limits'),
        ('permissions', '0003_account_deeds'),
        ('permissions', '0004_vault'),
        ('permissions', '0005_personal_exceptions_notices'),
        ('permissions', '0006_notice_positions'),
        ('permissions', '0007_heads_of_organs'),
        ('permissions', '0008_calendar_addresses'),
    ]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('contenttypes', '0002_remove_content_type_name'),
        ('registry', '0001_schema'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calendar_addresses', to='registry.person')),
                ('sha256', models.CharField(max_length=64, unique=True, verbose_name='mã băm của địa chỉ')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='lập lúc')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='bỏ lúc')),
            ],
            options={
                'verbose_name': 'địa chỉ lịch',
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person',), name='one_calendar_address_a_person')],
            },
        ),
        migrations.CreateModel(
            name='AccountChoice',
            fields=[
                ('account', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='choice', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('keys', models.BooleanField(default=True, verbose_name='dùng phím tắt')),
                ('digest_mail', models.BooleanField(default=False, verbose_name='nhận thư tóm tắt hằng ngày')),
                ('mailed_on', models.DateField(null=True, verbose_name='ngày gửi thư gần nhất')),
            ],
            options={
                'verbose_name': 'lựa chọn của tài khoản',
            },
        ),
        migrations.CreateModel(
            name='PersonalGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_pk', models.CharField(max_length=255, verbose_name='object ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='auth.permission')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exceptions', to='registry.person')),
                ('kind', models.CharField(choices=[('ngoai_le', 'Cho phép xem riêng'), ('khan_cap', 'Mở khẩn cấp')], max_length=12, verbose_name='loại')),
                ('reason', models.TextField(verbose_name='lý do')),
                ('purpose', models.CharField(blank=True, choices=[('kiem_tra_giai_quyet', 'Kiểm tra việc giải quyết của cấp dưới'), ('tra_loi', 'Trả lời cấp trên, cơ quan có thẩm quyền trong ngày'), ('bao_ve', 'Ngăn hậu quả đối với người, tài liệu, chứng cứ')], max_length=24, verbose_name='mục đích')),
                ('document', models.CharField(blank=True, max_length=200, verbose_name='văn bản')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exceptions_given', to='registry.person')),
                ('given_as', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='cho phép lúc')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('last_day', models.DateField(verbose_name='đến hết ngày')),
                ('until', models.DateTimeField(null=True, verbose_name='đến lúc')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='chấm dứt lúc')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('ended_why', models.TextField(blank=True, verbose_name='lý do chấm dứt')),
            ],
            options={
                'verbose_name': 'ngoại lệ cá nhân',
                'verbose_name_plural': 'ngoại lệ cá nhân',
                'indexes': [models.Index(fields=['user', 'content_type', 'object_pk'], name='permissions_user_id_2d20bc_idx'), models.Index(fields=['content_type', 'object_pk'], name='permissions_content_637d76_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='an_exception_has_a_reason'), models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='an_exception_has_days_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'ngoai_le'), ('purpose', ''), ('until', None)), models.Q(('kind', 'khan_cap'), ('until__isnull', False), models.Q(('purpose', ''), _negated=True)), _connector='OR'), name='an_emergency_has_an_hour_and_a_purpose'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='whoever_ends_an_exception_is_named')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='registry.person')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='registry.body')),
                ('position', models.CharField(blank=True, choices=[('bi_thu', 'Bí thư'), ('pho_bi_thu', 'Phó bí thư'), ('chu_nhiem', 'Chủ nhiệm'), ('pho_chu_nhiem', 'Phó chủ nhiệm'), ('uy_vien', 'Ủy viên'), ('truong_ban', 'Trưởng ban'), ('pho_truong_ban', 'Phó trưởng ban'), ('truong_phong', 'Trưởng phòng, trưởng bộ phận'), ('kiem_tra_vien', 'Kiểm tra viên'), ('van_thu', 'Văn thư'), ('giam_sat_ho_so', 'Cán bộ giám sát hồ sơ')], max_length=16, verbose_name='chức vụ')),
                ('title', models.CharField(max_length=200, verbose_name='việc')),
                ('text', models.TextField(verbose_name='nội dung')),
                ('link', models.CharField(blank=True, max_length=200, verbose_name='địa chỉ')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='lúc')),
                ('seen_at', models.DateTimeField(null=True, verbose_name='đã xem lúc')),
                ('seen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
            ],
            options={
                'verbose_name': 'thông báo',
                'verbose_name_plural': 'thông báo',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['person', 'seen_at'], name='permissions_person__46fdb0_idx'), models.Index(fields=['body', 'position', 'seen_at'], name='permissions_body_id_ff2736_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('body', None), ('person__isnull', False), ('position', '')), models.Q(('body__isnull', False), ('person', None), models.Q(('position', ''), _negated=True)), _connector='OR'), name='a_notice_is_for_a_person_or_a_post')],
            },
        ),
        migrations.CreateModel(
            name='AliasSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.body')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('last', models.PositiveIntegerField(verbose_name='số cuối')),
            ],
            options={
                'verbose_name': 'bộ đếm bí danh',
                'constraints': [models.UniqueConstraint(fields=('body', 'year'), name='one_alias_series_a_year')],
            },
        ),
        migrations.CreateModel(
            name='Envelope',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alias', models.CharField(max_length=24, verbose_name='bí danh')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='envelopes', to='registry.body')),
                ('number', models.CharField(max_length=60, verbose_name='số ghi trên phong bì')),
                ('source', models.CharField(max_length=16, verbose_name='nguồn đơn')),
                ('received_on', models.DateField(verbose_name='ngày nhận')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('records', models.PositiveIntegerField(default=0, verbose_name='số bản ghi')),
                ('head', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64, verbose_name='mã băm cuối')),
            ],
            options={
                'verbose_name': 'phong bì danh tính',
                'verbose_name_plural': 'phong bì danh tính',
                'constraints': [models.UniqueConstraint(fields=('body', 'alias'), name='one_envelope_an_alias'), models.UniqueConstraint(fields=('body', 'number'), name='one_envelope_a_number')],
            },
        ),
        migrations.CreateModel(
            name='EnvelopeEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('content', models.TextField(verbose_name='nội dung đã băm')),
                ('hash', models.CharField(max_length=64, verbose_name='mã băm')),
                ('recorded_at', models.DateTimeField(verbose_name='ghi lúc')),
                ('envelope', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='permissions.envelope')),
                ('deed', models.CharField(choices=[('nhan', 'Nhận phong bì'), ('giao', 'Giao phong bì cho người khác giữ'), ('mo_giay', 'Mở phong bì giấy'), ('huy_giay', 'Hủy phong bì giấy'), ('niem', 'Niêm danh tính trong kho'), ('xin_mo', 'Xin xem danh tính'), ('dong_y', 'Đồng ý cho xem danh tính'), ('tu_choi', 'Không đồng ý cho xem danh tính'), ('rut', 'Rút việc xem danh tính'), ('xem', 'Xem danh tính'), ('xoa', 'Xóa danh tính trong kho')], max_length=16, verbose_name='việc')),
                ('about', models.PositiveIntegerField(null=True, verbose_name='về lần xin mở')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='envelope_deeds', to='registry.person')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('custodian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('acted_on', models.DateField(verbose_name='ngày thực hiện')),
                ('words', models.JSONField(verbose_name='lời ghi')),
                ('salts', models.JSONField(verbose_name='muối')),
                ('key', models.CharField(max_length=64, verbose_name='khóa yêu cầu')),
            ],
            options={
                'verbose_name': 'nhật ký phong bì',
                'ordering': ['envelope', 'sequence'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('envelope', 'sequence'), name='one_envelope_entry_a_place'), models.UniqueConstraint(fields=('actor', 'key'), name='one_envelope_entry_a_key')],
            },
        ),
        migrations.CreateModel(
            name='SealedIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('envelope', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='identity', to='permissions.envelope')),
                ('key_id', models.CharField(max_length=32, verbose_name='mã khóa')),
                ('wrapped_key', models.BinaryField(verbose_name='khóa dữ liệu đã bọc')),
                ('ciphertext', models.BinaryField(verbose_name='bản mã')),
            ],
            options={
                'verbose_name': 'danh tính đã niêm',
            },
        ),
        migrations.CreateModel(
            name='ApiToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='api_tokens', to='registry.person')),
                ('sha256', models.CharField(max_length=64, unique=True, verbose_name='mã băm của khóa')),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='cấp lúc')),
                ('expires_at', models.DateTimeField(default=permissions.models.usual_end, verbose_name='hết hạn lúc')),
                ('may_sign', models.BooleanField(default=False, verbose_name='được ký')),
                ('revoked_at', models.DateTimeField(null=True, verbose_name='thu hồi lúc')),
            ],
            options={
                'verbose_name': 'khóa truy cập API',
            },
        ),
        migrations.CreateModel(
            name='AccountDeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deeds', to=settings.AUTH_USER_MODEL)),
                ('deed', models.CharField(choices=[('mo_khoa', 'Mở khóa đăng nhập'), ('bo_hai_lop', 'Bỏ xác thực hai lớp'), ('ngung', 'Ngừng sử dụng'), ('mo_lai', 'Mở lại'), ('cap_khoa', 'Cấp khóa API'), ('thu_hoi_khoa', 'Thu hồi khóa API')], max_length=16, verbose_name='việc')),
                ('said', models.CharField(blank=True, max_length=200, verbose_name='chi tiết')),
                ('by', models.CharField(max_length=100, verbose_name='người dùng máy chủ')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'việc quản trị tài khoản',
            },
        ),
        LayWalls(
            triggers={
                'accountdeed': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='b381f5878f32e317b73ed7676e5fab5db54a555d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eda76', table='permissions_accountdeed', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='45dfa1fd7ca73ce0287145e577df7c1934698d00', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_c3f1a', table='permissions_accountdeed', when='BEFORE'))],
                'aliasseries': [pgtrigger.compiler.Trigger(name='only_these_change', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (ROW(OLD."id", OLD."body_id", OLD."year") IS DISTINCT FROM ROW(NEW."id", NEW."body_id", NEW."year"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi, ngoài những cột được phép.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='054108ed9cbf1bc932949f73b3238c00642625b2', operation='UPDATE', pgid='pgtrigger_only_these_change_b6aba', table='permissions_aliasseries', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='755cf1257e2f6f5de1a914b32a315b8ad9f76900', operation='DELETE', pgid='pgtrigger_not_removed_14213', table='permissions_aliasseries', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='8b8431525f4fe774db78d75c367ec2141f6bf9fd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_0bacd', table='permissions_aliasseries', when='BEFORE'))],
                'envelope': [pgtrigger.compiler.Trigger(name='only_these_change', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (ROW(OLD."id", OLD."alias", OLD."body_id", OLD."number", OLD."source", OLD."received_on", OLD."entered_by_id") IS DISTINCT FROM ROW(NEW."id", NEW."alias", NEW."body_id", NEW."number", NEW."source", NEW."received_on", NEW."entered_by_id"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi, ngoài những cột được phép.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='bcb88fa5508cd3dd986ca283e3079069f76be39a', operation='UPDATE', pgid='pgtrigger_only_these_change_b6668', table='permissions_envelope', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='a62319bd1e5d521d9589af7153e4e59f6ba05629', operation='DELETE', pgid='pgtrigger_not_removed_aef9e', table='permissions_envelope', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c4da3fc184a328766e20f40179d5dcaad0184a55', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_94812', table='permissions_envelope', when='BEFORE'))],
                'envelopeentry': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='87c0a53277ba94f2741ae1979c575bdecb5a8eb5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f79cf', table='permissions_envelopeentry', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='9af8a95c31be659fab5744b50d1a3ced75ac9d85', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_842a6', table='permissions_envelopeentry', when='BEFORE'))],
                'notice': [pgtrigger.compiler.Trigger(name='superseded_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."seen_at" IS NOT NULL OR NEW."seen_at" IS NULL OR (OLD."id", OLD."person_id", OLD."body_id", OLD."position", OLD."title", OLD."text", OLD."link", OLD."at") IS DISTINCT FROM (NEW."id", NEW."person_id", NEW."body_id", NEW."position", NEW."title", NEW."text", NEW."link", NEW."at"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi; chỉ được thay một lần bằng dòng mới.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='5d6da927991091ca4de647146bae9f14d41556bd', operation='UPDATE', pgid='pgtrigger_superseded_once_a60f4', table='permissions_notice', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='5a7c829fcffc9afef1037d7b996cb40a8adda6f3', operation='DELETE', pgid='pgtrigger_not_removed_c002b', table='permissions_notice', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='ca671c3f9fc96564c01392a0045db7c79f270880', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_e9efe', table='permissions_notice', when='BEFORE'))],
                'personalgrant': [pgtrigger.compiler.Trigger(name='superseded_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."ended_at" IS NOT NULL OR NEW."ended_at" IS NULL OR (OLD."id", OLD."object_pk", OLD."user_id", OLD."permission_id", OLD."content_type_id", OLD."person_id", OLD."kind", OLD."reason", OLD."purpose", OLD."document", OLD."given_by_id", OLD."given_as_id", OLD."given_at", OLD."first_day", OLD."last_day", OLD."until") IS DISTINCT FROM (NEW."id", NEW."object_pk", NEW."user_id", NEW."permission_id", NEW."content_type_id", NEW."person_id", NEW."kind", NEW."reason", NEW."purpose", NEW."document", NEW."given_by_id", NEW."given_as_id", NEW."given_at", NEW."first_day", NEW."last_day", NEW."until"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi; chỉ được thay một lần bằng dòng mới.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='77b1c6da843707e7241f9177d047f4c6cb89ee7b', operation='UPDATE', pgid='pgtrigger_superseded_once_56789', table='permissions_personalgrant', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='0fadc870a373875177616a10970ab9eff5f0e696', operation='DELETE', pgid='pgtrigger_not_removed_5b816', table='permissions_personalgrant', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='d2e70aaad0dcb7e0374bd581ffa4774f8d11c574', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_9d6fc', table='permissions_personalgrant', when='BEFORE'))],
                'sealedidentity': [pgtrigger.compiler.Trigger(name='only_these_change', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (ROW(OLD."id", OLD."envelope_id") IS DISTINCT FROM ROW(NEW."id", NEW."envelope_id"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi, ngoài những cột được phép.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='55fc0bdd5087af902f135c2f49cf803899c34ab1', operation='UPDATE', pgid='pgtrigger_only_these_change_18662', table='permissions_sealedidentity', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='9fb2020b231746dc5cb1d63e18cc460755502a3c', operation='DELETE', pgid='pgtrigger_not_removed_60619', table='permissions_sealedidentity', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='db7e205b7a06078a8eaead929ea01b43a9b3e5fd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_6157f', table='permissions_sealedidentity', when='BEFORE'))],
            },
        ),
    ]
