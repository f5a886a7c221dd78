"""A provincial committee with units under it, whose secretary keeps the registers."""

from datetime import date

import pytest

from registry import offices
from registry.guidance.directives import EnterDirective, LinkCascade
from registry.models import Body, Organisation, Person, Placement, Post

TODAY = date(2026, 11, 20)
FOUNDED = date(2010, 1, 1)


class Line:
    """Who issues, who is under them, and the deeds they enter: in sentences."""

    def __init__(self, units=14):
        self.top = self.organisation("t-tinh", "tinh", "Tỉnh ủy Mẫu")
        self.body = self.committee(self.top, "btv", "Ban Thường vụ Tỉnh ủy Mẫu")
        self.keeper = self.holder(self.body, "bi_thu", "Trần Văn Mẫu Thư")
        self.units = [self.unit(number) for number in range(1, units + 1)]

    def organisation(self, code, kind, name, under=None, first=FOUNDED):
        made = Organisation.objects.create(
            code=code, kind=kind, name=name, place="Mẫu", first_day=first
        )
        if under is not None:
            Placement.objects.create(organisation=made, parent=under, first_day=first)
        return made

    def unit(self, number, first=FOUNDED):
        return self.organisation(
            f"t-{number}", "xa", f"Đảng ủy xã Mẫu {number:02}", self.top, first
        )

    def committee(self, organisation, kind, name):
        return Body.objects.create(
            organisation=organisation, kind=kind, name=name, symbol="TU", superior_line="ĐẢNG BỘ",
            issuing_line=name.upper(), first_day=FOUNDED,
        )  # fmt: skip

    def holder(self, body, position, name):
        person = Person.objects.create(full_name=name)
        Post.objects.create(person=person, body=body, position=position, first_day=FOUNDED)
        return person

    def does(self, deed, *, by=None):
        return offices.record(deed, by=by or self.keeper, today=TODAY)

    def entering(self, **more):
        said = {
            "in_body": self.body, "document": "Chỉ thị 39-CT/TU (mẫu)", "type": "chi_thi",
            "number": "39-CT/TU", "issuer": "Ban Thường vụ Tỉnh ủy Mẫu", "dated": date(2014, 11, 5),
            "theme": "Tăng cường kiểm tra, giám sát công tác quản lý đảng viên",
            "first_day": date(2014, 11, 5),
        }  # fmt: skip
        return EnterDirective(**{**said, **more})

    def directive(self, **more):
        return self.does(self.entering(**more))

    def linking(self, directive, unit, **more):
        said = {
            "in_body": self.body, "document": f"Kế hoạch của {unit.name}", "directive": directive,
            "unit": unit, "type": "ke_hoach", "number": "05-KH/ĐU", "dated": date(2015, 1, 20),
            "title": "Triển khai Chỉ thị 39-CT/TU",
        }  # fmt: skip
        return LinkCascade(**{**said, **more})

    def puts_into_effect(self, directive, unit, **more):
        return self.does(self.linking(directive, unit, **more))


@pytest.fixture
def line(db):
    return Line()
