"""What the files of told matters are called: derived from the records alone, so that all agree."""

from documents.models import Paper


def stem(reference: str, place: int, paper: Paper) -> str:
    """Return "GS-2017-0001-03-QD-01-03-QĐ-UBKTĐU": file, place in it (from one), kind, number."""
    number = paper.number_text.replace("/", "-")
    return f"{reference}-{place:02}-{paper.kind}-{number}".rstrip("-").replace(" ", "-")
