"""Which kinds of papers a file may show to the member it is about; a kind not named here is not shown."""

#: Addressed to the person concerned, by the list of recipients or by the articles of the decision.
ADDRESSED = frozenset(
    {
        "QD-01", "KH-01", "DC-01", "KH-02", "QD-02", "QD-02.TV",
        "QD-01.KT", "KH-01.KT", "DC-01.KT", "KH-02.KT", "QD-02.KT", "QD-02.KT.TV",
        "KH-01.KL", "KH-01.KL.CB", "DC-01.KD", "DC-01.KD.CB",
        "QD-01.TO", "KH-01.TO", "KH-01.TO.CB", "DC-01.TO", "QD-02.TO", "QD-02.TO.TV",
        "QD-01.CH", "KH-01.CH", "KH-01.CH.CB", "KH-01.CB", "DC-01.CH", "KH-02.CH",
    }
)  # fmt: skip
#: How the matter ended: not before it was made known, by the step that announces or hands over.
CONCLUSIONS = frozenset(
    {
        "TB-01",
        "TB-01.CB",
        "TB-01.KT",
        "TB-01.CH",
        "TB-01.CH.CB",
        "TB-02",
        "TB-06.TO",
        "QD-04",
        "QD-04.CB",
        "QD-06",
        "QD-06.TC",
        "QD-06.GH",
        "QD-06.TL",
    }
)
#: Minutes of what was done with that person, which both sides sign.
MINUTES = frozenset(
    {
        "BB-01",
        "BB-06",
        "BB-01.KT",
        "BB-01.CH",
        "BB-02.KT",
        "BB-06.KT",
        "BB-01.TO",
        "BB-02.TO",
        "BB-06.TO",
        "BB-08",
        "BB-08.DC",
        "BB-10",
        "BB-10.DC",
    }
)

SHOWN = ADDRESSED | CONCLUSIONS | MINUTES
