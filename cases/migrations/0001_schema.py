"""Every table of the files, with its walls; takes the place of the steps by which they came to be."""

import datetime
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models

from proof.laying_walls import LayWalls


class Migration(migrations.Migration):

    replaces = [
        ('cases', '0001_case_files'),
        ('cases', '0002_law_adoptions'),
        ('cases', '0003_meetings'),
        ('cases', '0004_draft_looks'),
        ('cases', '0005_approval_routes'),
        ('cases', '0006_paging'),
        ('cases', '0007_open_case_permission'),
        ('cases', '0008_read_entries'),
        ('cases', '0009_classified_stubs'),
        ('cases', '0010_reported'),
        ('cases', '0011_steps_taken'),
        ('cases', '0012_incoming_book'),
        ('cases', '0013_reorganisations'),
        ('cases', '0014_managed_by'),
        ('cases', '0015_checkpoints'),
        ('cases', '0016_obstacles'),
        ('cases', '0017_taken_proposals'),
        ('cases', '0018_member_questions'),
        ('cases', '0019_list_taken'),
        ('cases', '0020_trail_by_time'),
        ('cases', '0021_conformance'),
        ('cases', '0022_search_words'),
    ]

    initial = True

    dependencies = [
        ('documents', '0001_schema'),
        ('registry', '0001_schema'),
    ]

    operations = [
        BtreeGinExtension(),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200, verbose_name='tên tệp')),
                ('kind', models.CharField(max_length=80, verbose_name='loại')),
                ('size', models.PositiveIntegerField(verbose_name='kích thước')),
                ('content', models.BinaryField(verbose_name='nội dung')),
            ],
            options={
                'verbose_name': 'tệp đính kèm',
            },
        ),
        migrations.CreateModel(
            name='LawProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=80, verbose_name='mã quy định')),
                ('content', models.JSONField(verbose_name='nội dung')),
                ('kind', models.CharField(max_length=12, verbose_name='loại bổ sung')),
                ('replaces', models.TextField(verbose_name='luật lúc đó nói gì')),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.attachment')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('proposed_at', models.DateTimeField(verbose_name='đề nghị lúc')),
                ('law_version', models.CharField(max_length=64, verbose_name='luật lúc đề nghị')),
                ('simulation', models.JSONField(verbose_name='mô phỏng người đề nghị đã xem')),
            ],
            options={
                'verbose_name': 'đề nghị bổ sung luật',
                'indexes': [models.Index(fields=['rule'], name='cases_lawpr_rule_e3505b_idx')],
            },
        ),
        migrations.CreateModel(
            name='Adoption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='cases.lawproposal')),
                ('confirmed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('confirmed_at', models.DateTimeField(verbose_name='trả lời lúc')),
                ('number', models.PositiveIntegerField(null=True, verbose_name='phiên bản luật số')),
                ('version', models.CharField(blank=True, max_length=64, verbose_name='mã băm phiên bản')),
                ('reason', models.TextField(blank=True, verbose_name='lý do không xác nhận')),
                ('simulation', models.JSONField(verbose_name='mô phỏng người trả lời đã xem')),
            ],
            options={
                'verbose_name': 'bổ sung luật',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('number', None), ('version', '')), ('reason', ''), _connector='XOR'), name='a_version_or_a_reason'), models.UniqueConstraint(condition=models.Q(('version', ''), _negated=True), fields=('version',), name='one_adoption_per_version')],
            },
        ),
        migrations.CreateModel(
            name='ToldHead',
            fields=[
                ('chain', models.CharField(max_length=80, primary_key=True, serialize=False, verbose_name='chuỗi')),
                ('length', models.PositiveIntegerField(verbose_name='số bản ghi')),
                ('head', models.CharField(max_length=64, verbose_name='mã băm cuối')),
            ],
            options={
                'verbose_name': 'đầu chuỗi đã niêm phong',
            },
        ),
        migrations.CreateModel(
            name='CheckRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('found', models.JSONField(verbose_name='kết quả')),
            ],
            options={
                'verbose_name': 'lần rà soát',
                'indexes': [models.Index(fields=['-at'], name='cases_check_at_afed28_idx')],
            },
        ),
        migrations.CreateModel(
            name='ClassifiedStub',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='classified_stubs', to='registry.body')),
                ('number', models.CharField(max_length=20, verbose_name='số trong sổ đăng ký văn bản mật')),
                ('dated', models.DateField(verbose_name='ngày vào sổ')),
                ('degree', models.CharField(choices=[('khong_mat', 'Không mật'), ('mat', 'Mật'), ('toi_mat', 'Tối mật'), ('tuyet_mat', 'Tuyệt mật')], max_length=12, verbose_name='độ mật')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('entered_at', models.DateTimeField(verbose_name='ghi lúc')),
            ],
            options={
                'verbose_name': 'phiếu giữ chỗ hồ sơ mật',
                'constraints': [models.UniqueConstraint(fields=('body', 'number', 'dated'), name='one_stub_per_number_and_day'), models.CheckConstraint(condition=models.Q(('number__regex', '^[0-9][0-9/-]*$')), name='a_stub_holds_no_words'), models.CheckConstraint(condition=models.Q(('degree', 'khong_mat'), _negated=True), name='only_what_is_classified')],
            },
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=24, unique=True, verbose_name='số hồ sơ')),
                ('procedure', models.CharField(max_length=20, verbose_name='quy trình')),
                ('title', models.CharField(max_length=300, verbose_name='tên hồ sơ')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='registry.body')),
                ('stage', models.CharField(max_length=24, verbose_name='giai đoạn')),
                ('opened_on', models.DateField(verbose_name='ngày lập')),
                ('moved_on', models.DateField(verbose_name='ngày chuyển bước gần nhất')),
                ('closed_on', models.DateField(null=True, verbose_name='ngày kết thúc')),
                ('reported', models.BooleanField(default=False, verbose_name='đã báo cáo cấp ủy')),
                ('records', models.PositiveIntegerField(default=0, verbose_name='số bản ghi')),
                ('head', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64, verbose_name='mã băm cuối')),
                ('origin', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='cases.case')),
            ],
            options={
                'verbose_name': 'hồ sơ',
                'verbose_name_plural': 'hồ sơ',
                'permissions': [('open_case', 'Được xem một hồ sơ')],
                'indexes': [models.Index(fields=['body', '-id'], name='cases_case_body_id_93ead6_idx'), models.Index(condition=models.Q(('closed_on__isnull', True)), fields=['body', 'stage'], name='open_cases'), models.Index(condition=models.Q(('procedure__in', ['HN'])), fields=['body', '-id'], name='meetings_of_body'), models.Index(condition=models.Q(('reported', True)), fields=['body', '-id'], name='reported_of_body')],
            },
        ),
        migrations.CreateModel(
            name='Conformance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replays', to='cases.case')),
                ('engine', models.CharField(max_length=64, verbose_name='ấn bản phần mềm')),
                ('head', models.CharField(max_length=64, verbose_name='mã băm cuối')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='lúc')),
                ('records', models.PositiveIntegerField(verbose_name='số bản ghi')),
                ('kept', models.PositiveIntegerField(verbose_name='giữ như đã ghi')),
                ('count', models.PositiveIntegerField(verbose_name='số điểm khác')),
                ('deviations', models.JSONField(verbose_name='điểm khác')),
                ('decided', models.BooleanField(verbose_name='có quyết định kỷ luật')),
                ('hearing', models.CharField(blank=True, choices=[('', 'Không đặt ra'), ('da_nghe', 'Đã nghe trình bày'), ('khong_trinh_bay', 'Được mời, không trình bày'), ('chua_nghe', 'Chưa nghe trình bày')], max_length=16, verbose_name='nghe trình bày')),
                ('review', models.CharField(blank=True, choices=[('', 'Không khiếu nại, không xem xét lại'), ('dang_xet', 'Khiếu nại chưa có kết quả'), ('giu_nguyen', 'Giữ nguyên sau khi xem xét'), ('doi_khieu_nai', 'Thay đổi, xóa bỏ sau khiếu nại'), ('doi_cap_tren', 'Cấp trên thay đổi, xóa bỏ')], max_length=16, verbose_name='xem xét lại')),
            ],
            options={
                'verbose_name': 'lần đối chiếu hồ sơ',
                'constraints': [models.UniqueConstraint(fields=('engine', 'case', 'head'), name='replayed_once_an_engine')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('procedure', models.CharField(max_length=20, verbose_name='quy trình')),
                ('content', models.TextField(verbose_name='nội dung')),
            ],
            options={
                'verbose_name': 'ấn bản quy trình',
            },
        ),
        migrations.CreateModel(
            name='Judged',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('content', models.TextField(verbose_name='nội dung')),
            ],
            options={
                'verbose_name': 'dữ kiện đã xét',
            },
        ),
        migrations.CreateModel(
            name='StepRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('content', models.TextField(verbose_name='nội dung đã băm')),
                ('hash', models.CharField(max_length=64, verbose_name='mã băm')),
                ('recorded_at', models.DateTimeField(verbose_name='ghi lúc')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='history', to='cases.case')),
                ('step', models.CharField(max_length=40, verbose_name='bước')),
                ('finding', models.PositiveSmallIntegerField(null=True, verbose_name='nội dung số')),
                ('from_stage', models.CharField(max_length=24, verbose_name='từ giai đoạn')),
                ('to_stage', models.CharField(max_length=24, verbose_name='đến giai đoạn')),
                ('moves', models.BooleanField(verbose_name='chuyển giai đoạn')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deeds', to='registry.person')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.body')),
                ('on_behalf_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.body')),
                ('acted_on', models.DateField(verbose_name='ngày thực hiện')),
                ('inputs', models.JSONField(verbose_name='nội dung nhập')),
                ('salts', models.JSONField(verbose_name='muối')),
                ('hits', models.JSONField(verbose_name='quy định đã áp dụng')),
                ('facts', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.judged')),
                ('standing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.judged')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.edition')),
                ('key', models.CharField(max_length=64, verbose_name='khóa yêu cầu')),
                ('request', models.CharField(max_length=64, verbose_name='mã băm yêu cầu')),
            ],
            options={
                'verbose_name': 'bản ghi bước',
                'ordering': ['case', 'sequence'],
                'abstract': False,
                'indexes': [models.Index(fields=['case', 'step'], name='cases_stepr_case_id_1798ea_idx'), models.Index(fields=['-recorded_at', '-id'], name='records_by_time')],
                'constraints': [models.UniqueConstraint(fields=('case', 'sequence'), name='one_record_per_place'), models.UniqueConstraint(fields=('actor', 'key'), name='one_record_per_key')],
            },
        ),
        migrations.CreateModel(
            name='IncomingEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='incoming', to='cases.case')),
                ('record', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='incoming', to='cases.steprecord')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='incoming', to='registry.body')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.term')),
                ('number', models.PositiveIntegerField(verbose_name='số đến')),
                ('arrived_on', models.DateField(verbose_name='ngày đến')),
                ('postmarked_on', models.DateField(null=True, verbose_name='ngày dấu bưu điện')),
                ('source', models.CharField(choices=[('to_cao', 'Đơn tố cáo'), ('khieu_nai', 'Đơn khiếu nại kỷ luật đảng'), ('hon_hop', 'Đơn vừa khiếu nại vừa tố cáo'), ('phan_anh', 'Đơn phản ánh, kiến nghị'), ('chat_van', 'Phê bình, chất vấn, kiến nghị của đảng viên'), ('qua_kiem_tra', 'Phát hiện qua kiểm tra, giám sát'), ('chuyen_den', 'Cơ quan thanh tra, kiểm toán, điều tra chuyển đến'), ('bao_chi', 'Thông tin trên báo chí')], max_length=16, verbose_name='loại')),
                ('sender_kind', models.CharField(choices=[('niem_phong', 'Cá nhân: danh tính trong phong bì niêm phong'), ('ca_nhan', 'Cá nhân ghi tên trong sổ (chỉ đơn khiếu nại, chất vấn)'), ('to_chuc', 'Tổ chức, cơ quan'), ('khong_ro', 'Không rõ: giấu tên, mạo tên, không có địa chỉ')], max_length=16, verbose_name='người gửi là')),
                ('alias', models.CharField(blank=True, max_length=24, verbose_name='bí danh')),
                ('sender', models.CharField(blank=True, max_length=300, verbose_name='người gửi')),
                ('search_key', models.CharField(blank=True, editable=False, max_length=300)),
                ('sender_number', models.CharField(blank=True, max_length=80, verbose_name='số, ký hiệu của nơi gửi')),
            ],
            options={
                'verbose_name': 'dòng sổ đơn, thư đến',
                'indexes': [models.Index(fields=['body', '-arrived_on', '-id'], name='cases_incom_body_id_bd7aff_idx')],
                'constraints': [models.UniqueConstraint(fields=('body', 'term', 'number'), name='one_incoming_entry_per_number'), models.CheckConstraint(condition=models.Q(('sender', ''), models.Q(('sender_kind', 'ca_nhan'), ('source__in', ['chat_van', 'khieu_nai'])), models.Q(('sender_kind', 'to_chuc'), models.Q(('source__in', ['hon_hop', 'phan_anh', 'to_cao']), _negated=True)), _connector='OR'), name='no_denouncer_by_name')],
            },
        ),
        migrations.CreateModel(
            name='ListTaken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lists_taken', to='registry.person')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('register', models.CharField(choices=[('dang_vien', 'Danh sách đảng viên'), ('sai_sot', 'Sai sót dữ liệu đảng viên'), ('muon_ho_so', 'Sổ mượn hồ sơ đảng viên'), ('di_lam_an_xa', 'Đi làm ăn xa'), ('chuyen_sinh_hoat', 'Chuyển sinh hoạt đảng'), ('di_nuoc_ngoai', 'Đi nước ngoài'), ('xep_loai', 'Xếp loại đảng viên'), ('ra_soat', 'Rà soát, sàng lọc'), ('to_chuc', 'Tổ chức đảng')], max_length=20, verbose_name='sổ, danh sách')),
                ('rows', models.PositiveIntegerField(verbose_name='số dòng')),
                ('purpose', models.CharField(max_length=200, verbose_name='mục đích')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'lượt xuất danh sách',
                'indexes': [models.Index(fields=['post', '-id'], name='lists_taken_by_post')],
            },
        ),
        migrations.CreateModel(
            name='DraftLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.person')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='cases.case')),
                ('step', models.CharField(max_length=40, verbose_name='bước')),
                ('draft', models.PositiveSmallIntegerField(verbose_name='dự thảo số')),
                ('at', models.DateTimeField(verbose_name='mở lần đầu lúc')),
            ],
            options={
                'verbose_name': 'lần xem dự thảo',
                'constraints': [models.UniqueConstraint(fields=('person', 'case', 'step', 'draft'), name='one_look_a_version')],
            },
        ),
        migrations.CreateModel(
            name='ObstacleQuery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='obstacle_queries', to='registry.person')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_about', to='registry.person')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('on', models.DateField(verbose_name='vào ngày')),
                ('purpose', models.CharField(choices=[('khen_thuong', 'Đề nghị khen thưởng'), ('huy_hieu', 'Tặng Huy hiệu Đảng'), ('di_nuoc_ngoai', 'Cử đi nước ngoài'), ('bo_nhiem', 'Quy hoạch, bổ nhiệm, giới thiệu ứng cử')], max_length=16, verbose_name='việc')),
                ('reason', models.CharField(max_length=200, verbose_name='dùng cho')),
                ('answer', models.CharField(choices=[('co', 'Có vướng mắc'), ('khong', 'Không có vướng mắc'), ('hoi', 'Hỏi ủy ban kiểm tra')], max_length=8, verbose_name='trả lời')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'lượt hỏi vướng mắc',
                'indexes': [models.Index(fields=['unit', '-id'], name='queries_of_unit')],
            },
        ),
        migrations.CreateModel(
            name='ForeignRead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='foreign_reads', to='registry.person')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='foreign_read_by', to='registry.person')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('way', models.CharField(choices=[('cua_minh', 'Kê khai của chính mình'), ('bi_thu', 'Bí thư chi bộ'), ('to_chuc', 'Cơ quan tổ chức'), ('vu_viec', 'Đoàn, người đứng đầu cơ quan thụ lý vụ việc')], max_length=12, verbose_name='lối vào')),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='lý do')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'lượt đọc kê khai quan hệ nước ngoài',
                'indexes': [models.Index(fields=['unit', '-id'], name='foreign_reads_of_unit')],
            },
        ),
        migrations.CreateModel(
            name='ProposalTaken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='registry.flagdecision')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='proposal', to='cases.case')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'đề nghị đã tiếp nhận',
            },
        ),
        migrations.CreateModel(
            name='ReadEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reads', to='cases.case')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reads', to='registry.person')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.post')),
                ('way', models.CharField(max_length=24, verbose_name='lối vào')),
                ('part', models.CharField(choices=[('ho_so', 'Trang hồ sơ'), ('buoc', 'Biểu mẫu của một bước'), ('du_thao', 'Dự thảo trình ký'), ('van_ban', 'Văn bản'), ('tai_van_ban', 'Tải văn bản'), ('tep', 'Tài liệu, chứng cứ kèm theo'), ('ke_lai', 'Bản kể lại vụ việc'), ('nhat_ky', 'Nhật ký'), ('xuat', 'Danh sách xuất ra tệp')], max_length=16, verbose_name='phần đã đọc')),
                ('detail', models.CharField(blank=True, max_length=60, verbose_name='chi tiết')),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.paper')),
                ('surface', models.CharField(choices=[('trang', 'Trang màn hình'), ('api', 'API')], max_length=8, verbose_name='đọc qua')),
                ('purpose', models.CharField(blank=True, max_length=300, verbose_name='mục đích')),
                ('at', models.DateTimeField(verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'lượt đọc hồ sơ',
                'indexes': [models.Index(fields=['case', '-id'], name='reads_of_case'), models.Index(fields=['-at', '-id'], name='reads_by_time')],
            },
        ),
        migrations.CreateModel(
            name='Reorganisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reorganisations', to='registry.body')),
                ('number', models.CharField(max_length=80, verbose_name='số, ký hiệu quyết định')),
                ('dated', models.DateField(verbose_name='ngày quyết định')),
                ('effective', models.DateField(verbose_name='ngày có hiệu lực')),
                ('lines', models.JSONField(default=list, verbose_name='các dòng')),
                ('choices', models.JSONField(default=dict, verbose_name='hướng xử lý chọn khác')),
                ('close_days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số ngày làm việc')),
                ('close_document', models.CharField(blank=True, max_length=200, verbose_name='văn bản đặt thời hạn')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='nhập lúc')),
            ],
            options={
                'verbose_name': 'phương án sắp xếp tổ chức',
            },
        ),
        migrations.CreateModel(
            name='ReorganisationAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='cases.reorganisation')),
                ('kind', models.CharField(choices=[('thuc_hien', 'Đã thực hiện'), ('bo', 'Đã bỏ việc sắp xếp')], max_length=12, verbose_name='việc')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('on', models.DateField(verbose_name='ngày thực hiện')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='ghi lúc')),
                ('reason', models.TextField(blank=True, verbose_name='lý do')),
                ('content', models.JSONField(verbose_name='đã làm')),
            ],
            options={
                'verbose_name': 'việc sắp xếp tổ chức',
                'constraints': [models.UniqueConstraint(fields=('plan', 'kind'), name='each_act_of_a_plan_once')],
            },
        ),
        migrations.CreateModel(
            name='ApprovalRoute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approval_routes', to='registry.body')),
                ('paper', models.CharField(blank=True, max_length=12, verbose_name='loại văn bản')),
                ('stations', models.JSONField(verbose_name='các cấp')),
                ('waits_for_opinions', models.BooleanField(default=False, verbose_name='chờ đủ ý kiến')),
                ('ended', models.BooleanField(default=False, verbose_name='thôi áp dụng')),
                ('first_day', models.DateField(verbose_name='từ ngày')),
                ('document', models.CharField(max_length=200, verbose_name='văn bản quy định')),
                ('laid_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.person')),
                ('laid_at', models.DateTimeField(verbose_name='ghi lúc')),
            ],
            options={
                'verbose_name': 'đường duyệt',
                'ordering': ['paper', 'first_day', 'pk'],
                'indexes': [models.Index(fields=['body', 'first_day'], name='cases_appro_body_id_91efd8_idx')],
            },
        ),
        migrations.CreateModel(
            name='FileWords',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='said', serialize=False, to='cases.case')),
                ('body', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.body')),
                ('records', models.PositiveIntegerField(verbose_name='số bản ghi')),
                ('heading', django.contrib.postgres.search.SearchVectorField(verbose_name='đầu mục')),
                ('inside', django.contrib.postgres.search.SearchVectorField(verbose_name='toàn hồ sơ')),
            ],
            options={
                'verbose_name': 'từ ngữ của hồ sơ',
                'indexes': [models.Index(fields=['body', '-case'], name='words_newest'), django.contrib.postgres.indexes.GinIndex(fields=['body', 'heading'], name='words_of_heading'), django.contrib.postgres.indexes.GinIndex(fields=['body', 'inside'], name='words_inside')],
            },
        ),
        migrations.CreateModel(
            name='PaperWords',
            fields=[
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='said', serialize=False, to='documents.paper')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                ('body', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.body')),
                ('words', django.contrib.postgres.search.SearchVectorField(verbose_name='từ ngữ')),
            ],
            options={
                'verbose_name': 'từ ngữ của văn bản',
                'indexes': [models.Index(fields=['body', '-paper'], name='papers_words_newest'), django.contrib.postgres.indexes.GinIndex(fields=['body', 'words'], name='words_of_papers')],
            },
        ),
        migrations.CreateModel(
            name='StepTaken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveIntegerField(verbose_name='số thứ tự')),
                ('step', models.CharField(max_length=40, verbose_name='bước')),
                ('acted_on', models.DateField(verbose_name='ngày thực hiện')),
            ],
            options={
                'verbose_name': 'bước đã làm',
                'db_table': 'cases_steptaken',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('series', models.CharField(max_length=16, primary_key=True, serialize=False)),
                ('last', models.PositiveIntegerField()),
            ],
            options={
                'verbose_name': 'bộ đếm số hồ sơ',
            },
        ),
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('number', models.PositiveSmallIntegerField(verbose_name='số trong hồ sơ')),
                ('laid_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='laid_%(class)ss', to='cases.steprecord')),
                ('superseded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_%(class)ss', to='cases.steprecord')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='registry.person')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='registry.organisation')),
                ('managed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organisation')),
                ('managed_on', models.DateField(null=True, verbose_name='ngày xét diện quản lý')),
            ],
            options={
                'verbose_name': 'đối tượng',
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('case', 'number', 'laid_by'), name='one_subject_per_number'), models.CheckConstraint(condition=models.Q(('person__isnull', True), ('organisation__isnull', True), _connector='XOR'), name='a_person_or_an_organisation')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('number', models.PositiveSmallIntegerField(verbose_name='số trong hồ sơ')),
                ('laid_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='laid_%(class)ss', to='cases.steprecord')),
                ('superseded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_%(class)ss', to='cases.steprecord')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='cases.subject')),
                ('content', models.TextField(verbose_name='nội dung')),
                ('stage', models.CharField(max_length=24, verbose_name='kết quả')),
            ],
            options={
                'verbose_name': 'nội dung kết luận',
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('case', 'number', 'laid_by'), name='one_finding_per_number')],
            },
        ),
        migrations.CreateModel(
            name='FileRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('number', models.PositiveSmallIntegerField(verbose_name='số trong hồ sơ')),
                ('laid_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='laid_%(class)ss', to='cases.steprecord')),
                ('superseded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_%(class)ss', to='cases.steprecord')),
                ('kind', models.CharField(max_length=16, verbose_name='loại')),
                ('facts', models.JSONField(verbose_name='dữ kiện')),
                ('words', models.JSONField(verbose_name='lời văn')),
            ],
            options={
                'verbose_name': 'mục hồ sơ',
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('case', 'number', 'laid_by'), name='one_filerow_per_number')],
            },
        ),
        migrations.CreateModel(
            name='RecordPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='cases.case')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='cases.steprecord')),
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='record_paper', to='documents.paper')),
            ],
            options={
                'verbose_name': 'văn bản của hồ sơ',
            },
        ),
        migrations.CreateModel(
            name='WorkRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='work', to='cases.case')),
                ('step', models.CharField(max_length=40, verbose_name='bước')),
                ('role', models.CharField(max_length=24, verbose_name='vai trò')),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work', to='registry.body')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work', to='registry.person')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('due', models.DateField(null=True, verbose_name='hạn')),
            ],
            options={
                'verbose_name': 'việc cần làm',
                'indexes': [models.Index(models.F('body'), models.F('role'), django.db.models.functions.comparison.Coalesce('due', models.Value(datetime.date(9999, 12, 31)), output_field=models.DateField()), models.F('case'), condition=models.Q(('body__isnull', False)), include=('due', 'step'), name='work_of_role'), models.Index(models.F('body'), models.F('role'), models.F('step'), django.db.models.functions.comparison.Coalesce('due', models.Value(datetime.date(9999, 12, 31)), output_field=models.DateField()), models.F('case'), condition=models.Q(('body__isnull', False)), include=('due',), name='work_of_role_step'), models.Index(models.F('person'), django.db.models.functions.comparison.Coalesce('due', models.Value(datetime.date(9999, 12, 31)), output_field=models.DateField()), models.F('case'), condition=models.Q(('person__isnull', False)), include=('due', 'step'), name='work_of_person')],
            },
        ),
        migrations.CreateModel(
            name='DeadlineRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deadlines', to='cases.case')),
                ('name', models.CharField(max_length=40, verbose_name='thời hạn')),
                ('last_day', models.DateField(verbose_name='ngày cuối')),
                ('explained', models.JSONField(verbose_name='cách tính')),
            ],
            options={
                'verbose_name': 'thời hạn đang chạy',
                'indexes': [models.Index(fields=['last_day'], name='cases_deadl_last_da_b07a99_idx')],
            },
        ),
        migrations.CreateModel(
            name='TeamSeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team', to='cases.case')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='team_seats', to='registry.person')),
                ('role', models.CharField(max_length=24, verbose_name='vai trò')),
            ],
            options={
                'verbose_name': 'thành viên đoàn',
                'indexes': [models.Index(fields=['person', 'case'], name='cases_of_member')],
                'constraints': [models.UniqueConstraint(fields=('case', 'person'), name='one_seat_a_person')],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='cases.case')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taking_part', to='registry.body')),
            ],
            options={
                'verbose_name': 'cơ quan tham gia xem xét',
                'indexes': [models.Index(fields=['body', 'case'], name='cases_of_participant')],
                'constraints': [models.UniqueConstraint(fields=('case', 'body'), name='one_participation_a_body')],
            },
        ),
        migrations.CreateModel(
            name='AgendaEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='cases.case')),
                ('number', models.PositiveSmallIntegerField(verbose_name='số trong hồ sơ họp')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='on_agendas', to='cases.case')),
                ('purpose', models.CharField(max_length=12, verbose_name='việc xem xét')),
            ],
            options={
                'verbose_name': 'nội dung họp',
                'ordering': ['meeting', 'number'],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'number'), name='one_agenda_entry_per_number')],
            },
        ),
        LayWalls(
            triggers={
                'attachment': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='008c7088e9079129fbda2f2a7abfc39db0aee35a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_241ac', table='cases_attachment', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='45904c941977fa7c83905986237082dd13353ede', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_7141c', table='cases_attachment', when='BEFORE'))],
                'edition': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='6732174ceb1cd380352878806ff8c12345d43ae2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_141b4', table='cases_edition', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c43e98194f45e625aada45ef004f985a755462a6', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_642bd', table='cases_edition', when='BEFORE'))],
                'judged': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='b433d0dfb65fce05108b401bcdae203a65fc689e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1d8c6', table='cases_judged', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c8676621f3937d494de8437d54d012a44620c32f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_fdee6', table='cases_judged', when='BEFORE'))],
                'approvalroute': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='66c88b831ae3c00c1d3ef8585cd7b1434c018952', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ff12c', table='cases_approvalroute', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='93a28e4b3409430476fd904cc51a266020f2d908', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_0c444', table='cases_approvalroute', when='BEFORE'))],
                'case': [pgtrigger.compiler.Trigger(name='stands_where_moved', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE stands_at TEXT; moved_to TEXT;', func="SELECT stage INTO stands_at FROM cases_case WHERE id = NEW.id; SELECT to_stage INTO moved_to FROM cases_steprecord WHERE case_id = NEW.id AND (moves) ORDER BY sequence DESC LIMIT 1; IF stands_at IS DISTINCT FROM moved_to THEN RAISE EXCEPTION 'Giai đoạn của hồ sơ % không khớp với bước chuyển gần nhất trong nhật ký.', NEW.id USING ERRCODE = 'restrict_violation'; END IF; RETURN NULL;", hash='32e53d062bf32d88ab0252ebb0db53975900b95b', operation='INSERT OR UPDATE', pgid='pgtrigger_stands_where_moved_3fdcc', table='cases_case', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')), pgtrigger.compiler.Trigger(name='lies_where_passed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.body_id IS DISTINCT FROM NEW.body_id)', constraint='CONSTRAINT', declare='DECLARE lies_with TEXT; passed_to TEXT;', func="SELECT body_id::text INTO lies_with FROM cases_case WHERE id = NEW.id; SELECT inputs->>'to' INTO passed_to FROM cases_steprecord WHERE case_id = NEW.id AND step = 'pass_on_file' ORDER BY sequence DESC LIMIT 1; IF lies_with IS DISTINCT FROM passed_to THEN RAISE EXCEPTION 'Cơ quan thụ lý của hồ sơ % không khớp với lần chuyển gần nhất trong nhật ký.', NEW.id USING ERRCODE = 'restrict_violation'; END IF; RETURN NULL;", hash='c2b2d09c15c0f6ccf230844da6b17202f8d915a1', operation='UPDATE', pgid='pgtrigger_lies_where_passed_dd29b', table='cases_case', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER'))],
                'classifiedstub': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='5ee34be4dd640c97496776f4cf99e391d6518176', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cbded', table='cases_classifiedstub', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='5d0f01e0d9e4e3d443d97b2322a2303d45edca63', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_e6395', table='cases_classifiedstub', when='BEFORE'))],
                'conformance': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='0344d2217ca7c876915433def560e72b17041708', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bbe30', table='cases_conformance', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='2b00fef52c581d747770e531c88d8a03816a7d66', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_e3975', table='cases_conformance', when='BEFORE'))],
                'foreignread': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='bb6cda3932531d5b5c38fa811356925aaa27b418', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ca5b0', table='cases_foreignread', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='f0c6b9572aaefb6e6bea5eb6e58b2e3db230f109', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_55a1d', table='cases_foreignread', when='BEFORE'))],
                'lawproposal': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='722c39c9e41bbcaf7679d4856588389248b843a3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6178b', table='cases_lawproposal', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='aa17077e34ab65a0c5f1659a00450fce34a98a8b', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_f52fb', table='cases_lawproposal', when='BEFORE'))],
                'adoption': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='a75ba0b9733f1e897f0eaa82350ec85a31b63be4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a2e39', table='cases_adoption', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='00d75165e94895613cd4cc018864e8ad70bfc013', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_eb892', table='cases_adoption', when='BEFORE'))],
                'listtaken': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='703150c627a1b9bb428f2004ea4d14a212f5f33f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fd206', table='cases_listtaken', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='52a93c96210850ae9b92f704755915fdd607abd2', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_7050b', table='cases_listtaken', when='BEFORE'))],
                'obstaclequery': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='bd3cc9f598438f29f3e695d07c529b4fc8535258', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c2dd3', table='cases_obstaclequery', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='06294886c5b1e02c86de46f6656b3f6b28e8d446', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_a8631', table='cases_obstaclequery', when='BEFORE'))],
                'proposaltaken': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='ca9b7f5c39e85613bcc0359f8abe8dfa5da4bbe6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a6b8d', table='cases_proposaltaken', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='d40018387059881d951ab29b79a3b17d1c100be3', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_07ca6', table='cases_proposaltaken', when='BEFORE'))],
                'readentry': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='27d803827e961b7395b2861cc0ac6753a645bb0a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c258a', table='cases_readentry', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c317b06c04cdae6d26699bc2aa57b827f5d6db3e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_1daab', table='cases_readentry', when='BEFORE'))],
                'reorganisation': [pgtrigger.compiler.Trigger(name='only_the_plan_changes', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (ROW(OLD."id", OLD."body_id", OLD."made_by_id", OLD."made_at") IS DISTINCT FROM ROW(NEW."id", NEW."body_id", NEW."made_by_id", NEW."made_at"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi, ngoài những cột được phép.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c55fab3947330018b0a07d8f11e5387e8bdc9760', operation='UPDATE', pgid='pgtrigger_only_the_plan_changes_cfcfc', table='cases_reorganisation', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='4e8f385f030dc9687ae187a6172b38ed8ce6e63f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_40290', table='cases_reorganisation', when='BEFORE'))],
                'reorganisationact': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='213a1ed9c49bd94f720725aa5cabda534122f709', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ed34b', table='cases_reorganisationact', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='b0421a056c8b91b7b76a621a0665719b84100fdc', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_74d76', table='cases_reorganisationact', when='BEFORE'))],
                'steprecord': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='9dd413f7f7b6f8923a40f357cd04f4753adea340', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_96747', table='cases_steprecord', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='00a05dc1b11e1ad8c45cb02acb0c77e7b790943d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_0a638', table='cases_steprecord', when='BEFORE')), pgtrigger.compiler.Trigger(name='stage_follows', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE stands_at TEXT; moved_to TEXT;', func="SELECT stage INTO stands_at FROM cases_case WHERE id = NEW.case_id; SELECT to_stage INTO moved_to FROM cases_steprecord WHERE case_id = NEW.case_id AND (moves) ORDER BY sequence DESC LIMIT 1; IF stands_at IS DISTINCT FROM moved_to THEN RAISE EXCEPTION 'Giai đoạn của hồ sơ % không khớp với bước chuyển gần nhất trong nhật ký.', NEW.case_id USING ERRCODE = 'restrict_violation'; END IF; RETURN NULL;", hash='b2b25fb8bf11e1f7875c69b5ae99e3b887ab9e45', operation='INSERT OR UPDATE', pgid='pgtrigger_stage_follows_30f3c', table='cases_steprecord', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')), pgtrigger.compiler.Trigger(name='body_follows', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (NEW.step = 'pass_on_file')", constraint='CONSTRAINT', declare='DECLARE lies_with TEXT; passed_to TEXT;', func="SELECT body_id::text INTO lies_with FROM cases_case WHERE id = NEW.case_id; SELECT inputs->>'to' INTO passed_to FROM cases_steprecord WHERE case_id = NEW.case_id AND step = 'pass_on_file' ORDER BY sequence DESC LIMIT 1; IF lies_with IS DISTINCT FROM passed_to THEN RAISE EXCEPTION 'Cơ quan thụ lý của hồ sơ % không khớp với lần chuyển gần nhất trong nhật ký.', NEW.case_id USING ERRCODE = 'restrict_violation'; END IF; RETURN NULL;", hash='5a3942a1a2b8bc650ccdd081341e55d63e3a1299', operation='INSERT', pgid='pgtrigger_body_follows_924d4', table='cases_steprecord', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER'))],
                'recordpaper': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='f6012b3eae2bc3b212c4fb0766dff3042d828588', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0035a', table='cases_recordpaper', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='0089dbe2a1f1971d3eb1400f942f05041d146be7', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_b7b0a', table='cases_recordpaper', when='BEFORE'))],
                'incomingentry': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được sửa hay xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='37640d4a84ea5f23bf6c546d248644ee0e1ad7f9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_16796', table='cases_incomingentry', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='d5cd805f2ed07532f4eda7c0f34dc266106281c5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_35484', table='cases_incomingentry', when='BEFORE'))],
                'filerow': [pgtrigger.compiler.Trigger(name='superseded_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."superseded_by_id" IS NOT NULL OR NEW."superseded_by_id" IS NULL OR (OLD."id", OLD."case_id", OLD."number", OLD."laid_by_id", OLD."kind", OLD."facts", OLD."words") IS DISTINCT FROM (NEW."id", NEW."case_id", NEW."number", NEW."laid_by_id", NEW."kind", NEW."facts", NEW."words"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi; chỉ được thay một lần bằng dòng mới.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='8dcc981378567414235e59dc29a45dde95b17de7', operation='UPDATE', pgid='pgtrigger_superseded_once_7fbc8', table='cases_filerow', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='a6d42682580684a341bdf79f699b62bee4d66ecb', operation='DELETE', pgid='pgtrigger_not_removed_2a6d1', table='cases_filerow', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c291a7c1d021945e75ff68c17d7cfc8615bf5132', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_4dc67', table='cases_filerow', when='BEFORE'))],
                'subject': [pgtrigger.compiler.Trigger(name='superseded_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."superseded_by_id" IS NOT NULL OR NEW."superseded_by_id" IS NULL OR (OLD."id", OLD."case_id", OLD."number", OLD."laid_by_id", OLD."person_id", OLD."organisation_id", OLD."managed_by_id", OLD."managed_on") IS DISTINCT FROM (NEW."id", NEW."case_id", NEW."number", NEW."laid_by_id", NEW."person_id", NEW."organisation_id", NEW."managed_by_id", NEW."managed_on"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi; chỉ được thay một lần bằng dòng mới.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='16d028bdda9dfc3ced6c77c29b4be54709270111', operation='UPDATE', pgid='pgtrigger_superseded_once_3a4ea', table='cases_subject', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='c6a709c0f4852facbf3c49620ae6bcb871f658a2', operation='DELETE', pgid='pgtrigger_not_removed_82f25', table='cases_subject', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='9943731ec9f8ca19ced7e35a4ffa351a1309cac2', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_5fcca', table='cases_subject', when='BEFORE'))],
                'finding': [pgtrigger.compiler.Trigger(name='superseded_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."superseded_by_id" IS NOT NULL OR NEW."superseded_by_id" IS NULL OR (OLD."id", OLD."case_id", OLD."number", OLD."laid_by_id", OLD."subject_id", OLD."content", OLD."stage") IS DISTINCT FROM (NEW."id", NEW."case_id", NEW."number", NEW."laid_by_id", NEW."subject_id", NEW."content", NEW."stage"))', func="RAISE EXCEPTION 'Bảng % không cho sửa dòng đã ghi; chỉ được thay một lần bằng dòng mới.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='735c4a6576ed84b28ca4a7bbeed19b8e8f47dcb0', operation='UPDATE', pgid='pgtrigger_superseded_once_59a01', table='cases_finding', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa dòng đã ghi.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='07cd92c746c6cdbce628b2210db5719f0bc0af93', operation='DELETE', pgid='pgtrigger_not_removed_a3b41', table='cases_finding', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'Bảng % chỉ được ghi thêm: không được xóa trắng bảng.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';", hash='3dd676bc9d9872cc65735ad209e31b0aebcf8593', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_emptied_5c09c', table='cases_finding', when='BEFORE'))],
            },
        ),
    ]
