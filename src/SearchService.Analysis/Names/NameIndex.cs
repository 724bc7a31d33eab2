using System.Collections.Immutable;
using System.Numerics;

namespace SearchService.Analysis.Names;

/// <summary>Whole names, to find the spellings of one among: made once, then read by any number of threads.</summary>
/// <remarks>
/// <para>Names are compared word by word, in any order: what agrees speaks for the same person, as much as it is rare among the names here and near in
/// spelling; a word that one name lacks speaks a little against it, words on both sides that don't agree much (I. P. Fellegi and A. B. Sunter, A
/// theory for record linkage, 1969). An initial agrees with what begins so. Titles don't count; particles only where they are written together with a word.</para>
/// <para>Candidates are the names that share a spelling of a word, by the rarest words first, at most <see cref="MaxCandidates"/> of them.</para>
/// </remarks>
public sealed class NameIndex
{
    /// <summary>Names that one look-up compares at most.</summary>
    public const int MaxCandidates = 4000;

    // Tuned on half of the shared data; see docs/adr/0024. In nats, as the weights of words are.
    private const int WordScale = 140; // per cent of the limit of words by themselves: the other words of the name speak, too
    private const double DistanceWeight = 0.54;
    private const double Lacking = 0.11;
    private const double LackingOfOther = 0.46;
    private const double LackingFirst = 2.22; // a father's name goes on in his children's
    private const double Contradicting = 13.5;
    private const double InitialWeight = 0.62;
    private const double SmallestNames = 2000;
    private const double Threshold = 7.6;

    // Slips of hand and ear, which no system of spelling explains: by edits, weak letters for a half.
    private const double RoughShare = 0.45;
    private const double RoughEdits = 0.73;
    private const double RoughEditsPerLetter = 0.28;
    private const double RoughCost = 7.07;
    private const double RoughBase = 0.79;
    private const double RoughFirst = 1;
    private const int ShortestRough = 3;

    private readonly List<(string Name, long Count, PersonName Words)> _names = [];
    private readonly Dictionary<string, List<int>> _byPart = new(StringComparer.Ordinal);
    private readonly NameWordIndex _parts;

    /// <param name="names">Names with counts, each once; those without letters are left out.</param>
    public NameIndex(IEnumerable<(string Name, long Count)> names)
    {
        foreach ((string name, long count) in names)
        {
            PersonName words = PersonName.Read(name);
            foreach (string part in words.Parts.Select(static part => part.Letters).Distinct(StringComparer.Ordinal))
            {
                if (!_byPart.TryGetValue(part, out List<int>? same))
                {
                    _byPart.Add(part, same = []);
                }

                same.Add(_names.Count);
            }

            if (!words.Parts.IsEmpty)
            {
                _names.Add((name, count, words));
            }
        }

        _parts = new NameWordIndex(_byPart.Select(static part => (part.Key, (long)part.Value.Count)));
    }

    /// <summary>Gets how many names it holds.</summary>
    public int Count => _names.Count;

    /// <summary>Finds the spellings of a name, itself among them where it was added.</summary>
    /// <param name="name">Of a person.</param>
    /// <returns>The nearest first, then the most frequent, then by the name; a distance says how much speaks against what would be the same.</returns>
    public ImmutableArray<NameMatch> Find(string name)
    {
        Query query = Read(name);
        HashSet<int> candidates = [];
        foreach (Dictionary<string, int> spellings in query.Spellings.OrderBy(NamesWith))
        {
            foreach (string part in spellings.Keys)
            {
                foreach (int number in _byPart[part])
                {
                    if (candidates.Count < MaxCandidates)
                    {
                        candidates.Add(number);
                    }
                }
            }
        }

        return Compare(query, candidates);
    }

    /// <summary>What <see cref="Find"/> finds, by comparing with every name.</summary>
    internal ImmutableArray<NameMatch> Scan(string name) => Compare(Read(name), Enumerable.Range(0, _names.Count));

    private static bool IsInitial(string letters) => letters.Length == 1;

    private long NamesWith(Dictionary<string, int> spellings) => spellings.Keys.Sum(part => (long)_byPart[part].Count);

    private Query Read(string name)
    {
        PersonName words = PersonName.Read(name);
        var spellings = new Dictionary<string, int>[words.Parts.Length];
        var weights = new double[words.Parts.Length];
        for (int i = 0; i < spellings.Length; i++)
        {
            spellings[i] = _parts.Find(words.Parts[i].Letters, WordScale).ToDictionary(static match => match.Name, static match => match.Distance, StringComparer.Ordinal);
            weights[i] = Math.Log((_names.Count + SmallestNames) / (1 + NamesWith(spellings[i])));
        }

        return new Query(words, spellings, weights);
    }

    private ImmutableArray<NameMatch> Compare(Query query, IEnumerable<int> candidates)
    {
        List<(double Score, NameMatch Match)> found = [];
        double whole = query.Words.Parts.Zip(query.Weights).Where(static part => part.First.IsSingle).Sum(static part => part.Second);
        foreach (int number in candidates)
        {
            (string name, long count, PersonName words) = _names[number];
            double score = Score(query, words);
            if (score >= Threshold)
            {
                found.Add((score, new NameMatch(name, count, (int)Math.Round(100 * Math.Max(0, whole - score)))));
            }
        }

        found.Sort(static (left, right) => (left.Match.Distance, -left.Match.Count).CompareTo((right.Match.Distance, -right.Match.Count)) is not 0 and int order
            ? order : string.CompareOrdinal(left.Match.Name, right.Match.Name));
        return [.. found.Select(static one => one.Match)];
    }

    /// <summary>Edits, weak letters for a half, by the length of the longer word; above 1 where they are too many for the shorter one.</summary>
    private static double Rough(string left, string right)
    {
        int shorter = Math.Min(left.Length, right.Length);
        if (shorter < ShortestRough)
        {
            return 2;
        }

        Span<double> row = stackalloc double[right.Length + 1];
        row[0] = 0;
        for (int j = 1; j <= right.Length; j++)
        {
            row[j] = row[j - 1] + Weight(right[j - 1]);
        }

        foreach (char letter in left)
        {
            double diagonal = row[0];
            row[0] += Weight(letter);
            for (int j = 1; j <= right.Length; j++)
            {
                char other = right[j - 1];
                double replaced = diagonal + (letter == other ? 0 : Math.Max(Weight(letter), Weight(other)));
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j] + Weight(letter), row[j - 1] + Weight(other)));
            }
        }

        return row[^1] <= RoughEdits + (RoughEditsPerLetter * shorter) ? row[^1] / Math.Max(left.Length, right.Length) : 2;
    }

    private static double Weight(char letter) => "aeiouyh".Contains(letter, StringComparison.Ordinal) ? 0.5 : 1;

    private static double Score(Query query, PersonName other)
    {
        // Pairs of words by how much they say, each word once.
        List<(double Score, int Own, int Others, bool IsWord)> pairs = [];
        for (int i = 0; i < query.Words.Parts.Length; i++)
        {
            PersonName.Part own = query.Words.Parts[i];
            foreach (PersonName.Part part in other.Parts)
            {
                if (query.Spellings[i].TryGetValue(part.Letters, out int distance))
                {
                    if (own.IsSingle || part.IsSingle)
                    {
                        pairs.Add((query.Weights[i] - (DistanceWeight * distance / 100), own.Words, part.Words, true));
                    }
                }
                else if (own.IsSingle && part.IsSingle && (IsInitial(own.Letters) || IsInitial(part.Letters)) && own.Letters[0] == part.Letters[0])
                {
                    pairs.Add((InitialWeight, own.Words, part.Words, false));
                }
                else if (own.IsSingle && part.IsSingle && Rough(own.Letters, part.Letters) is double share && share <= RoughShare)
                {
                    double first = ((own.Words | part.Words) & 1) == 0 ? 0 : RoughFirst;
                    pairs.Add((query.Weights[i] - RoughBase - (RoughCost * share) - first, own.Words, part.Words, true));
                }
            }
        }

        pairs.Sort(static (left, right) => (-left.Score, left.Own, left.Others).CompareTo((-right.Score, right.Own, right.Others)));
        (int used, int othersUsed, int words) = (0, 0, 0);
        double score = 0;
        foreach ((double pairScore, int own, int others, bool isWord) in pairs)
        {
            if ((used & own) == 0 && (othersUsed & others) == 0)
            {
                score += pairScore;
                used |= own;
                othersUsed |= others;
                words += isWord ? Math.Max(BitOperations.PopCount((uint)own), BitOperations.PopCount((uint)others)) : 0;
            }
        }

        int left = query.Words.Count - BitOperations.PopCount((uint)used);
        int othersLeft = other.Count - BitOperations.PopCount((uint)othersUsed);
        int both = Math.Min(left, othersLeft);
        score -= (used & othersUsed & 1) == 0 ? LackingFirst : 0;
        return words >= 2 || left + othersLeft == 0 ? score - (both * Contradicting) - ((left - both) * Lacking) - ((othersLeft - both) * LackingOfOther) : 0;
    }

    private sealed record Query(PersonName Words, Dictionary<string, int>[] Spellings, double[] Weights);
}
