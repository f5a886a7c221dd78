"""Who takes part in a matter, in the regulation's own words: the area officer, the team, its records."""

from permissions.predicates import holds, not_the_subject, on_team
from permissions.roles import Role

area_officer = (holds(Role.AREA_OFFICER) | holds(Role.COMMITTEE_MEMBER)) & not_the_subject
team_lead = on_team(Role.TEAM_LEAD)
team_record = on_team(Role.TEAM_LEAD, Role.TEAM_SECRETARY)
member_in_charge = on_team(Role.SUPERVISING_MEMBER, Role.TEAM_LEAD)
