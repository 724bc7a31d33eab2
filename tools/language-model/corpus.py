#!/usr/bin/env python3
"""Gathers text in many languages from unpacked Debian packages: a file a language, a line a paragraph.

    corpus.py PACKAGES OUT      PACKAGES holds a folder for each package, as `dpkg -x` unpacks it

README.md names the packages. What is written is for train.py alone and belongs to its authors: it is not kept.
"""
import html
import pathlib
import random
import re
import struct
import sys

# Names that locales have, where they differ from the ISO 639-1 codes of the model.
LANGUAGES = {
    'nb': 'no', 'nb_no': 'no', 'nn': 'no', 'pt_br': 'pt', 'es_419': 'es', 'zh_cn': 'zh', 'zh_tw': 'zh', 'zh_hk': 'zh', 'en_gb': 'en', 'c': 'en',
    'sr@latin': 'sr-Latn', 'sr@ijekavianlatin': 'sr-Latn', 'sr@ijekavian': 'sr', 'ca@valencia': 'ca', 'ca_es@valencia': 'ca', 'es_ni': 'es',
}
PLACEHOLDERS = re.compile(r'%[\d$]*[-+ #0]*\d*\.?\d*l*[a-zA-Z]|\$\w+|\{[^}]*\}|&\w+;|https?://\S+|\S+@\S+|\S*[/\\=_]\S*|\b\w+\(\d?\)|\|\w+')
TAGS = re.compile(r'<(script|style|pre|code|screen|cmd|input|file|gui|link|em|tt|kbd|span class="(?:command|filename|package)")\b.*?</\1[^>]*>|<[^>]*>', re.S)


def code(locale):
    locale = locale.lower().replace('-', '_')
    if locale in LANGUAGES:
        return LANGUAGES[locale]
    plain = locale.split('_')[0]
    return None if '@' in locale else LANGUAGES.get(plain, plain)


def clean(text):
    text = html.unescape(TAGS.sub(' ', text))
    return ' '.join(PLACEHOLDERS.sub(' ', text).replace('_', '').split())


def messages(path, originals):
    data = path.read_bytes()
    _, _, count, ids, strings = struct.unpack_from('<5I', data)

    def text(table, number):
        length, start = struct.unpack_from('<2I', data, table + 8 * number)
        return data[start:start + length].split(b'\0')[0].decode('utf-8', 'replace').split('\4')[-1]

    for number in range(count):
        original, translated = text(ids, number), text(strings, number)
        if original and len(translated) >= 12 and translated != original:
            originals.add(clean(original))
            yield clean(translated)


def pages(path):
    text = path.read_text(encoding='utf-8', errors='replace')
    for block in re.findall(r'<(?:p|title|li|desc|dd|td)\b[^>]*>(.*?)</(?:p|title|li|desc|dd|td)>', text, re.S):
        yield clean(block)


def main(packages, out):
    lines = {}
    originals = set()

    def add(locale, paragraphs):
        language = code(locale)
        if language:
            lines.setdefault(language, set()).update(line for line in paragraphs if len(line) >= 12)

    root = pathlib.Path(packages)
    for path in sorted(root.glob('**/*.mo')):
        parts = path.parts
        if 'LC_MESSAGES' in parts:
            add(parts[parts.index('LC_MESSAGES') - 1], messages(path, originals))
    for path in sorted(root.glob('**/debian-handbook/html/*/*.html')):
        add(path.parent.name, pages(path))
    for path in sorted(root.glob('**/share/help/*/**/*.page')):
        add(path.parts[path.parts.index('help') + 1], pages(path))
    for path in sorted(root.glob('**/installation-guide-*/*/*.html')):
        add(path.parent.name, pages(path))
    add('en', originals)

    # A sentence that a translation leaves in English isn't in its language.
    english = lines['en']
    folder = pathlib.Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    for language, texts in sorted(lines.items()):
        kept = sorted(texts if language == 'en' else texts - english)
        random.Random(language).shuffle(kept)
        if sum(map(len, kept)) > 20_000:
            (folder / f'{language}.txt').write_text('\n'.join(kept) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2])
