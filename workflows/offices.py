"""Who takes part in a matter, in the regulation's own words: the area officer, the team, its records."""

from permissions.predicates import Predicate, holds, not_on_team, not_the_subject, on_team
from permissions.roles import Relation, Role

area_officer = (holds(Role.AREA_OFFICER) | holds(Role.COMMITTEE_MEMBER)) & not_the_subject
the_team = on_team()
team_lead = on_team(Role.TEAM_LEAD)
team_record = on_team(Role.TEAM_LEAD, Role.TEAM_SECRETARY)
member_in_charge = on_team(Role.SUPERVISING_MEMBER, Role.TEAM_LEAD)


def leaders_of(relation: Relation) -> Predicate:
    """Whoever leads the body at `relation`, by the office that kind of body has."""
    return (
        holds(Role.SECRETARY, of=relation)
        | holds(Role.DEPUTY_SECRETARY, of=relation)
        | holds(Role.CHAIR, of=relation)
        | holds(Role.VICE_CHAIR, of=relation)
        | holds(Role.HEAD, of=relation)
        | holds(Role.DEPUTY_HEAD, of=relation)
    ) & not_the_subject


def hands_of(relation: Relation) -> Predicate:
    """Whoever writes for the body at `relation`: its leaders, its officers, its clerk; no plain member."""
    return (
        leaders_of(relation)
        | (holds(Role.AREA_OFFICER, of=relation) | holds(Role.CLERK, of=relation)) & not_the_subject
    )


def _chairs(relation: Relation) -> Predicate:
    return holds(Role.CHAIR, of=relation) | holds(Role.VICE_CHAIR, of=relation)


#: Who answers for the law where a body has no chair of its own for it: the committee directly above.
above_leads = _chairs(Relation.ABOVE) & not_the_subject
chair_off_the_team = _chairs(Relation.HANDLING) & not_on_team & not_the_subject

leaders = leaders_of(Relation.HANDLING)
organisers = hands_of(Relation.HANDLING)

#: In a cell, which has no standing body and no officers: its secretary signs, its committee prepares.
cell_secretary = (holds(Role.SECRETARY) | holds(Role.DEPUTY_SECRETARY)) & not_the_subject
cell_hands = cell_secretary | holds(Role.COMMITTEE_MEMBER) & not_the_subject
cell_leads = cell_secretary | member_in_charge

#: A committee and its standing committee are led by the secretary; an advisory organ by its head.
secretaries = (holds(Role.SECRETARY) | holds(Role.DEPUTY_SECRETARY)) & not_the_subject
secretaries_off_the_team = (
    (holds(Role.SECRETARY) | holds(Role.DEPUTY_SECRETARY)) & not_on_team & not_the_subject
)
organ_heads = (holds(Role.HEAD) | holds(Role.DEPUTY_HEAD)) & not_the_subject
organ_heads_off_the_team = (
    (holds(Role.HEAD) | holds(Role.DEPUTY_HEAD)) & not_on_team & not_the_subject
)
organ_hands = (
    holds(Role.SECTION_CHIEF) | holds(Role.HEAD) | holds(Role.DEPUTY_HEAD)
) & not_the_subject
#: Who writes papers for an advisory organ's signature, beside the team.
organ_drafters = organ_hands | on_team(Role.TEAM_LEAD, Role.TEAM_SECRETARY)

#: At the province and the centre, whoever heads the section that follows an area proposes for it.
section_officer = (holds(Role.SECTION_CHIEF) | holds(Role.AREA_OFFICER)) & not_the_subject
section_drafters = section_officer | on_team(Role.TEAM_LEAD, Role.TEAM_SECRETARY)
#: The member in charge of the area, or the vice-chair, agrees to an inspection before it is decided.
agreeing_members = (holds(Role.VICE_CHAIR) | holds(Role.COMMITTEE_MEMBER)) & not_the_subject
