"""Writes the ordinary words that are no names, from the spelling list of Debian's package wamerican-small and words.txt beside this file.

    apt-get download wamerican-small && dpkg-deb -x wamerican-small_*.deb list
    python3 tools/ordinary-words/make.py list/usr/share/dict/american-english-small > src/SearchService.Analysis/Names/ordinary.words
"""
import pathlib
import sys

SUFFIXES = ("s", "es", "ed", "d", "ing")


def is_inflected(word, words):
    """Whether the word has the stem of another that is kept."""
    return any(
        word.endswith(suffix) and len(word) - len(suffix) >= 3 and (word[: -len(suffix)] in words or (suffix == "ing" and word[:-3] + "e" in words))
        for suffix in SUFFIXES
    )


def main():
    lines = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").split()
    words = {word for word in lines if word.isascii() and word.isalpha() and word.islower() and len(word) > 1}
    words = {word for word in words if not is_inflected(word, words)}
    for line in (pathlib.Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words.update(line.split())
    print("\n".join(sorted(words)))


main()
