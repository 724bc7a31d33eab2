#!/usr/bin/env python3
"""Makes src/SearchService.Analysis/Languages/languages.model of the text that corpus.py gathered.

    train.py CORPUS FINGERPRINTS MODEL      FINGERPRINTS is the folder of libexttextcat's *.lm files

A feature is a trigram of a word between two boundaries, a whole word, or a letter beyond ASCII. The model holds, for the features that
tell languages of a script apart, how much more likely each is in a language than a feature never seen there: in eighths of a bit, as a
byte. LanguageDetector adds those up, which is naive Bayes. Prints how often it is right on the lines kept back.
"""
import collections
import math
import pathlib
import struct
import sys
import unicodedata
import zlib

GROUPS = [
    ('Latin', 'af az ca cs da de en es et eu fi fr gl hr hu id is it lt lv ms nl no pl pt ro sk sl sq sr-Latn sv tr vi'.split()),
    ('Cyrillic', 'be bg kk ky mk mn ru sr tg uk'.split()),
    ('Arabic', 'ar fa ur'.split()),
    ('Devanagari', 'hi mr ne'.split()),
]
RANKED = {'ky', 'tg', 'mn', 'kk', 'af', 'az'}  # little or no text of these: the order of their most frequent n-grams is known, too
FIRST_LETTERS = {'Latin': (0x41, 0x24F), 'Cyrillic': (0x400, 0x52F), 'Arabic': (0x600, 0x6FF), 'Devanagari': (0x900, 0x97F)}
LETTERS_TRAINED = 160_000
LETTERS_KEPT_BACK = 20_000
FLOOR = -16.0  # log2 of the probability of a feature never seen
TRIGRAM, WORD, LETTER = 1, 2, 3
TAKEN = {TRIGRAM: 330, WORD: 170, LETTER: 12}  # of each kind, for each language


def words(text, group):
    first, last = FIRST_LETTERS[group]
    word = []
    for character in text:
        point = ord(character)
        if (first <= point <= last or 0x1E00 <= point <= 0x1EFF and group == 'Latin') and unicodedata.category(character)[0] in 'LM':
            word.append(character.lower() if len(character.lower()) == 1 else character)
        elif word:
            yield ''.join(word)
            word = []
    if word:
        yield ''.join(word)


def features(word):
    padded = '_' + word + '_'
    for at in range(len(padded) - 2):
        yield TRIGRAM, padded[at:at + 3]
    if 1 < len(word) <= 12:
        yield WORD, word
    for letter in word:
        if letter > '\x7f':
            yield LETTER, letter


def key(kind, text):
    value = (2166136261 ^ kind) * 16777619 & 0xFFFFFFFF
    for character in text:
        value = (value ^ ord(character)) * 16777619 & 0xFFFFFFFF
    return value


def read(path, group):
    trained, kept = collections.Counter(), []
    letters = held = 0
    for number, line in enumerate(path.open(encoding='utf-8')):
        found = list(words(line, group))
        size = sum(map(len, found))
        if number % 5 == 0 and held < LETTERS_KEPT_BACK:
            held += size
            kept.append(found)
        elif letters < LETTERS_TRAINED:
            letters += size
            trained.update(found)
        else:
            break
    counts = collections.Counter()
    for word, count in trained.items():
        for feature in features(word):
            counts[feature] += count
    return counts, kept


def read_ranked(path, group):
    counts = collections.Counter()
    for rank, line in enumerate(path.open(encoding='utf-8')):
        gram = line.split('\t')[0].rstrip('\n').lower()
        weight = 20_000 / (rank + 8)
        inner = gram.strip('_')
        if len(list(words(inner, group))) != 1:
            continue
        if len(gram) == 3:
            counts[TRIGRAM, gram] += weight
        if gram == f'_{inner}_' and len(inner) > 1:
            counts[WORD, inner] += weight
        if len(gram) == 1 and gram > '\x7f':
            counts[LETTER, gram] += weight
    return counts


def likelihoods(counts):
    totals = collections.Counter()
    for (kind, _), count in counts.items():
        totals[kind] += count
    return {feature: math.log2(count / totals[feature[0]]) for feature, count in counts.items() if count > 1}


def choose(tables):
    chosen = set()
    every = collections.Counter()
    for table in tables:
        for feature, value in table.items():
            every[feature] += 2 ** value
    for table in tables:
        worth = {kind: [] for kind in TAKEN}
        for feature, value in table.items():
            mean = math.log2(every[feature] / len(tables))
            worth[feature[0]].append((2 ** value * (value - mean + 0.5), feature))
        for kind, count in TAKEN.items():
            worth[kind].sort(reverse=True)
            chosen.update(feature for _, feature in worth[kind][:count])
    return sorted(chosen)


def main(corpus, fingerprints, model):
    out = bytearray(struct.pack('<B', len(GROUPS)))
    for group, languages in GROUPS:
        tables, kept = [], {}
        for language in languages:
            counts = collections.Counter()
            text = pathlib.Path(corpus) / f'{language}.txt'
            if text.exists():
                counts, kept[language] = read(text, group)
            if language in RANKED:
                counts += read_ranked(pathlib.Path(fingerprints) / f'{language}.lm', group)
            tables.append(likelihoods(counts))
        chosen = choose(tables)
        rows = [bytes(max(0, min(255, round(8 * (table.get(feature, FLOOR) - FLOOR)))) for table in tables) for feature in chosen]
        names = ','.join(language.split('-')[0] for language in languages).encode()
        out += struct.pack('<HBI', len(names), len(languages), len(chosen)) + names
        out += b''.join(struct.pack('<I', key(*feature)) for feature in chosen)
        for number in range(len(languages)):
            out += bytes(row[number] for row in rows)
        check(group, languages, {feature: row for feature, row in zip(chosen, rows)}, kept)
    packed = zlib.compress(bytes(out), 9)
    pathlib.Path(model).write_bytes(packed)
    print(f'{len(out):,} bytes, {len(packed):,} packed')


def check(group, languages, rows, kept):
    for letters in (30, 100, 300):
        right = total = 0
        confused = collections.Counter()
        for language, lines in kept.items():
            sample = []
            for line in lines:
                sample += line
                if sum(map(len, sample)) < letters:
                    continue
                scores = [0] * len(languages)
                for word in sample:
                    for feature in features(word):
                        row = rows.get(feature)
                        if row:
                            scores = [score + value for score, value in zip(scores, row)]
                sample = []
                best = languages[scores.index(max(scores))]
                total += 1
                right += best == language
                if best != language:
                    confused[f'{language}>{best}'] += 1
        print(f'{group}, {letters} letters: {right / total:.4f} of {total}', ' '.join(f'{pair} {count}' for pair, count in confused.most_common(12)), flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:4])
