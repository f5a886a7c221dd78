"""Under which theme of the catalogue a content is counted in the statistics."""

from law.themes import themes
from workflows.inputs import Choice

#: Asked where a content is written down; left empty, the forms show the content as not yet classed.
COUNTED_AS = Choice(
    name="counted_as",
    label="Xếp vào nội dung thống kê",
    help="Để trống: biểu thống kê ghi ở cột chưa xếp nội dung.",
    options=list(themes()),
    required=False,
)
