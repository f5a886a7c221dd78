"""Who takes the everyday steps, and what they rest on."""

from permissions.predicates import holds, not_the_subject, on_team
from permissions.roles import Relation, Role
from workflows.offices import leaders, organ_heads

BASIS = "basis.case_file"

the_team_or_area_officer = (
    on_team() | holds(Role.AREA_OFFICER) | holds(Role.COMMITTEE_MEMBER)
) & not_the_subject
number_takers = holds(Role.CLERK) | holds(Role.CLERK, of=Relation.DECIDING)
#: Whoever leads the body that handles the file, whatever kind of body it is.
heads = leaders | organ_heads
#: Whoever keeps the files of the body.
keepers = (holds(Role.CLERK) | holds(Role.AREA_OFFICER)) & not_the_subject
