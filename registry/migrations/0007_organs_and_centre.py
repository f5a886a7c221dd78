"""Advisory organs with their heads, and the bodies of the central level."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0006_paper_only_bodies'),
    ]

    operations = [
        migrations.AlterField(
            model_name='body',
            name='kind',
            field=models.CharField(choices=[('cap_uy', 'Cấp ủy'), ('btv', 'Ban Thường vụ'), ('ban_bi_thu', 'Ban Bí thư'), ('ubkt', 'Ủy ban Kiểm tra'), ('chi_bo', 'Chi bộ'), ('chi_uy', 'Chi ủy'), ('ban', 'Cơ quan tham mưu, giúp việc')], max_length=12, verbose_name='loại'),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='kind',
            field=models.CharField(choices=[('tw', 'Trung ương'), ('tinh', 'Đảng bộ tỉnh'), ('huyen', 'Đảng bộ huyện'), ('xa', 'Đảng bộ xã'), ('co_so', 'Đảng bộ cơ sở'), ('bo_phan', 'Đảng bộ bộ phận'), ('chi_bo', 'Chi bộ')], max_length=12, verbose_name='loại'),
        ),
        migrations.AlterField(
            model_name='post',
            name='position',
            field=models.CharField(choices=[('bi_thu', 'Bí thư'), ('pho_bi_thu', 'Phó bí thư'), ('chu_nhiem', 'Chủ nhiệm'), ('pho_chu_nhiem', 'Phó chủ nhiệm'), ('uy_vien', 'Ủy viên'), ('truong_ban', 'Trưởng ban'), ('pho_truong_ban', 'Phó trưởng ban'), ('truong_phong', 'Trưởng phòng, trưởng bộ phận'), ('kiem_tra_vien', 'Kiểm tra viên'), ('van_thu', 'Văn thư'), ('giam_sat_ho_so', 'Cán bộ giám sát hồ sơ')], max_length=16, verbose_name='chức vụ'),
        ),
    ]
