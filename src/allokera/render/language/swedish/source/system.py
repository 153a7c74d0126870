"""What an operating system and libraries say of files, in Swedish."""

_REASONS = {
    "permission denied": "behörighet saknas",
    "operation not permitted": "åtgärden är inte tillåten",
    "no such file or directory": "filen eller mappen finns inte",
    "file exists": "filen finns redan",
    "is a directory": "det är en mapp",
    "not a directory": "en del av sökvägen är ingen mapp",
    "no space left on device": "disken är full",
    "disk quota exceeded": "utrymmet på disken är slut",
    "read-only file system": "disken är skrivskyddad",
    "file name too long": "filnamnet är för långt",
    "invalid argument": "namnet är ogiltigt",
    "input/output error": "det blev ett läs- eller skrivfel",
    "File is not a zip file": "filen är inget zip-arkiv",
    "Truncated file header": "en del av filen saknas",
    "too many levels of symbolic links": "de symboliska länkarna bildar en slinga",
}


def because(reason: str) -> str:
    """Say in Swedish why a file cannot be used, where the reason is one of the usual ones."""
    return _REASONS.get(reason, reason)
