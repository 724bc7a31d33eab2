namespace SearchService.Benchmarks.Peers;

/// <summary>About 1,000 queries of the kinds people ask, made from the articles; the same in every run.</summary>
internal sealed class GeneratedQueries(PeerCorpus corpus)
{
    private const int FirstYear = 2012;
    private const int Years = 8;
    private static readonly string[] Stances = ["left", "center", "right"];

    private readonly Random _random = new(20260214);

    /// <summary>All of them, a class after the other.</summary>
    internal IEnumerable<PeerQuery> All() =>
    [
        .. Some(70, "term, in over 10 % of documents", name => Term(name, corpus.Count / 10, corpus.Count)),
        .. Some(70, "term, in 1 to 10 %", name => Term(name, corpus.Count / 100, corpus.Count / 10)),
        .. Some(70, "term, in under 1 %", name => Term(name, 5, corpus.Count / 100)),
        .. Some(80, "all of 2 terms", name => PeerQuery.Of(name, Words(2).Select(word => PeerQuery.Must(ClauseKind.Term, word)))),
        .. Some(60, "all of 3 terms", name => PeerQuery.Of(name, Words(3).Select(word => PeerQuery.Must(ClauseKind.Term, word)))),
        .. Some(80, "any of 2 terms", name => PeerQuery.Of(name, Words(2).Select(PeerQuery.May))),
        .. Some(60, "any of 3 terms", name => PeerQuery.Of(name, Words(3).Select(PeerQuery.May))),
        .. Some(60, "any of 5 terms", name => PeerQuery.Of(name, Words(5).Select(PeerQuery.May))),
        .. Some(80, "phrase of 2 words", name => PeerQuery.Of(name, Phrase(2))),
        .. Some(80, "phrase of 3 words", name => PeerQuery.Of(name, Phrase(3))),
        .. Some(80, "quotation of 4 to 8 words", name => PeerQuery.Of(name, Phrase(_random.Next(4, 9)))),
        .. Some(60, "phrase of 2 words in a stance", name => PeerQuery.Of(name, Phrase(2), PeerQuery.Filter(ClauseKind.Stance, Stances[_random.Next(Stances.Length)]))),
        .. Some(70, "prefix of 4 letters", name => PeerQuery.Of(name, PeerQuery.Must(ClauseKind.Prefix, Words(1)[0][..4]))),
        .. Some(70, "term in a year", name => PeerQuery.Of(name, PeerQuery.Must(ClauseKind.Term, Words(1)), Year())),
        .. Some(40, "fuzzy, 1 edit", name => PeerQuery.Of(name, Fuzzy(edits: 1))),
        .. Some(40, "fuzzy, 2 edits", name => PeerQuery.Of(name, Fuzzy(edits: 2))),
        PeerQuery.Of("everything", PeerQuery.Must(ClauseKind.All)),
    ];

    private static IEnumerable<PeerQuery> Some(int count, string name, Func<string, PeerQuery> next) => Enumerable.Range(0, count).Select(_ => next(name));

    private PeerQuery Term(string name, int atLeast, int below)
    {
        while (true)
        {
            string word = Words(1)[0];
            if (corpus.Frequencies[word] is int frequency && frequency >= atLeast && frequency < below)
            {
                return PeerQuery.Of(name, PeerQuery.Must(ClauseKind.Term, word));
            }
        }
    }

    /// <summary>Different words of one article, of four ASCII letters at least.</summary>
    private string[] Words(int count)
    {
        string[] article = Article();
        string[] words = [.. article.Where(word => word.Length >= 4 && word.All(char.IsAsciiLetter)).Distinct(StringComparer.Ordinal)];
        if (words.Length < count)
        {
            return Words(count);
        }

        _random.Shuffle(words);
        return words[..count];
    }

    private PeerClause Phrase(int length)
    {
        string[] article = Article();
        int start = _random.Next(article.Length - length);
        return PeerQuery.Must(ClauseKind.Phrase, article[start..(start + length)]);
    }

    /// <summary>A word with so many slips of the keyboard, to be found with so many edits.</summary>
    /// <remarks>Of six letters at least: Lucene passes over terms that have no more letters than edits, and by the two both may lose none is so short.</remarks>
    private PeerClause Fuzzy(int edits)
    {
        string word;
        do
        {
            word = Words(1)[0];
        }
        while (word.Length < 6);

        for (int i = 0; i < edits; i++)
        {
            word = Slip(word);
        }

        return PeerQuery.Must(ClauseKind.Fuzzy, word, $"{edits}");
    }

    private string Slip(string word)
    {
        int at = _random.Next(word.Length - 1);
        string letter = ((char)('a' + _random.Next(26))).ToString();
        return _random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter),
            2 => word.Remove(at, 1).Insert(at, letter),
            _ => word.Remove(at, 1).Insert(at + 1, word[at].ToString()),
        };
    }

    private PeerClause Year()
    {
        int year = FirstYear + _random.Next(Years);
        return PeerQuery.Filter(ClauseKind.Days, $"{new DateOnly(year, 1, 1).DayNumber}", $"{new DateOnly(year, 12, 31).DayNumber}");
    }

    private string[] Article() => corpus.Sample[_random.Next(corpus.Sample.Count)];
}
