"""Which rules set the share of the votes on each of the questions of a removal, and who answers it."""

from permissions.roles import Relation
from workflows.forms import Part
from workflows.motions import Motion, Shares

_WAY = "vote.removal.ballot"
STRIKE_OFF = Shares(
    cell="vote.removal.chi_bo",
    base="vote.removal.dang_uy_co_so",
    base_decides="vote.removal.delegated_base_decides",
    above="vote.removal.btv_decides",
    way=_WAY,
)
#: The texts read so far tell the order of the bodies, not the share: it is asked.
LEAVE = Shares("vote.exit", "vote.exit", "vote.exit", "vote.exit", _WAY)
#: What the body resolves as any other resolution of its own.
RESOLUTION = Shares("vote.ordinary", "vote.ordinary", "vote.ordinary", "vote.ordinary", _WAY)


def proposed_by(relation: Relation, shares: Shares) -> Motion:
    """The question put to a body that proposes."""
    return Motion(Part.PROPOSES, relation, shares)


def decided_by(shares: Shares) -> Motion:
    """The question put to the body that decides."""
    return Motion(Part.DECIDES, Relation.DECIDING, shares)
