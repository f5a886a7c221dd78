"""Notices for the heads of advisory organs."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0006_notice_positions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='notice',
            name='position',
            field=models.CharField(blank=True, choices=[('bi_thu', 'Bí thư'), ('pho_bi_thu', 'Phó bí thư'), ('chu_nhiem', 'Chủ nhiệm'), ('pho_chu_nhiem', 'Phó chủ nhiệm'), ('uy_vien', 'Ủy viên'), ('truong_ban', 'Trưởng ban'), ('pho_truong_ban', 'Phó trưởng ban'), ('truong_phong', 'Trưởng phòng, trưởng bộ phận'), ('kiem_tra_vien', 'Kiểm tra viên'), ('van_thu', 'Văn thư'), ('giam_sat_ho_so', 'Cán bộ giám sát hồ sơ')], max_length=16, verbose_name='chức vụ'),
        ),
    ]
