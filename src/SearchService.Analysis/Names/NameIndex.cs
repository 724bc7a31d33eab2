using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SearchService.Analysis.Names;

/// <summary>Whole names, to find the spellings of one among: made once, then read by any number of threads.</summary>
/// <remarks>
/// <para>Candidates are the names that share a spelling of a word, by the rarest words first, at most <see cref="MaxCandidates"/> of them. Each is compared
/// with the name asked for (<see cref="NameComparison"/>), and the nearest with each other (<see cref="NameCompany"/>): a third spelling holds two together that
/// have little in common, and a name that others surely the same are far from is another's. Titles don't count; particles only where they are written
/// together with a word.</para>
/// <para>What is near a name of the index is kept once it was asked for, at most <see cref="MaxNear"/> names for each.</para>
/// </remarks>
public sealed class NameIndex
{
    /// <summary>Names that one look-up compares at most.</summary>
    public const int MaxCandidates = 4000;

    /// <summary>Names found that are compared with each other at most, and at most found.</summary>
    public const int MaxNear = 40;

    // Tuned on half of the shared data; see docs/adr/0024.
    private const int WordScale = 140; // per cent of the limit of words by themselves: the other words of the name speak, too
    private const double SmallestNames = 2000;
    private const float LeastOdds = -5;
    private const float NoOdds = -7;
    private const float MostOfOtherLast = -2; // two family names are two people's, however rare the other words are, unless a third spelling joins them
    private const double Threshold = 1.5; // chosen with the other half in view, too

    private readonly List<(string Name, long Count, PersonName Words)> _names = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byPart = new(StringComparer.Ordinal);
    private readonly NameWordIndex _parts;
    private readonly NameJudge _judge;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, int>> _spellings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Near> _near = new();

    /// <param name="names">Names with counts, each once; those without letters are left out.</param>
    public NameIndex(IEnumerable<(string Name, long Count)> names)
        : this(names, NameJudge.Shipped)
    {
    }

    /// <param name="names">As for the other constructor.</param>
    /// <param name="judge">Decides.</param>
    internal NameIndex(IEnumerable<(string Name, long Count)> names, NameJudge judge)
    {
        _judge = judge;
        foreach ((string name, long count) in names)
        {
            PersonName words = PersonName.Read(name);
            if (words.Parts.IsEmpty)
            {
                continue;
            }

            foreach (string part in words.Parts.Select(static part => part.Letters).Distinct(StringComparer.Ordinal))
            {
                if (!_byPart.TryGetValue(part, out List<int>? same))
                {
                    _byPart.Add(part, same = []);
                }

                same.Add(_names.Count);
            }

            _numbers.TryAdd(name, _names.Count);
            _names.Add((name, count, words));
        }

        _parts = new NameWordIndex(_byPart.Select(static part => (part.Key, (long)part.Value.Count)));
    }

    /// <summary>Gets how many names it holds.</summary>
    public int Count => _names.Count;

    /// <summary>Finds the spellings of a name, itself among them where it was added.</summary>
    /// <param name="name">Of a person.</param>
    /// <returns>The nearest first, then the most frequent, then by the name; a distance is <c>-ln</c> of how likely it is the same, in hundredths.</returns>
    public ImmutableArray<NameMatch> Find(string name) => Decide(name, NearOf(name));

    /// <summary>What <see cref="Find"/> finds, by comparing with every name.</summary>
    internal ImmutableArray<NameMatch> Scan(string name)
    {
        NameQuery query = Read(PersonName.Read(name));
        return Decide(name, Judge(name, query, Enumerable.Range(0, _names.Count)));
    }

    /// <summary>The names that a name is compared with, but itself, and how they compare.</summary>
    /// <param name="name">Of a person.</param>
    internal IEnumerable<(string Name, float[] Values)> Compared(string name)
    {
        NameQuery query = Read(PersonName.Read(name));
        return Compared(name, query, Candidates(query)).Select(one => (_names[one.Number].Name, one.Values));
    }

    /// <summary>The names that are near a name, but itself, and what they say of each other.</summary>
    /// <param name="name">Of a person.</param>
    internal IEnumerable<(string Name, float[] Values)> Described(string name) =>
        Described(NearOf(name)).Select(one => (_names[one.Number].Name, one.Values));

    private Near NearOf(string name)
    {
        if (_numbers.TryGetValue(name, out int number))
        {
            return NearOf(number);
        }

        NameQuery query = Read(PersonName.Read(name));
        return Judge(name, query, Candidates(query));
    }

    private Near NearOf(int number)
    {
        if (!_near.TryGetValue(number, out Near? near))
        {
            (string name, _, PersonName words) = _names[number];
            NameQuery query = Read(words);
            near = Judge(name, query, Candidates(query));
            _near.TryAdd(number, near);
        }

        return near;
    }

    private NameQuery Read(PersonName words)
    {
        var spellings = new IReadOnlyDictionary<string, int>[words.Parts.Length];
        var weights = new double[words.Parts.Length];
        for (int i = 0; i < spellings.Length; i++)
        {
            spellings[i] = Spellings(words.Parts[i].Letters);
            weights[i] = Weight(NamesWith(spellings[i]));
        }

        return new NameQuery(words, spellings, weights);
    }

    // Kept for words of the names here: what is asked for from outside has no bound.
    private IReadOnlyDictionary<string, int> Spellings(string part)
    {
        if (!_spellings.TryGetValue(part, out IReadOnlyDictionary<string, int>? found))
        {
            found = _parts.Find(part, WordScale).ToDictionary(static match => match.Name, static match => match.Distance, StringComparer.Ordinal);
            if (_byPart.ContainsKey(part))
            {
                _spellings.TryAdd(part, found);
            }
        }

        return found;
    }

    private double Weight(long names) => Math.Log((_names.Count + SmallestNames) / (1 + names));

    private double WeightOf(string part) => Weight(_byPart.TryGetValue(part, out List<int>? names) ? names.Count : 0);

    private long NamesWith(IReadOnlyDictionary<string, int> spellings) => spellings.Keys.Sum(part => (long)_byPart[part].Count);

    private HashSet<int> Candidates(NameQuery query)
    {
        HashSet<int> candidates = [];
        foreach (IReadOnlyDictionary<string, int> spellings in query.Spellings.OrderBy(NamesWith))
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

        return candidates;
    }

    private IEnumerable<(int Number, float[] Values)> Compared(string name, NameQuery query, IEnumerable<int> candidates)
    {
        NameComparison comparison = new(query, WeightOf);
        float[] values = new float[NameComparison.Names.Count];
        foreach (int number in candidates)
        {
            if (_names[number].Name != name && comparison.Compare(_names[number].Words, values))
            {
                yield return (number, values);
                values = new float[values.Length];
            }
        }
    }

    private Near Judge(string name, NameQuery query, IEnumerable<int> candidates)
    {
        List<(int Number, float Odds)> found = [];
        foreach ((int number, float[] values) in Compared(name, query, candidates))
        {
            float odds = (float)_judge.Comparison.LogOdds(values);
            odds = NameComparison.HasOtherLast(values) ? Math.Min(odds, MostOfOtherLast) : odds;
            if (odds > LeastOdds)
            {
                found.Add((number, odds));
            }
        }

        found.Sort(static (left, right) => (-left.Odds, left.Number).CompareTo((-right.Odds, right.Number)));
        return new Near([.. found.Take(MaxNear).Select(static one => one.Number)], [.. found.Take(MaxNear).Select(static one => one.Odds)]);
    }

    private IEnumerable<(int Number, float[] Values)> Described(Near near)
    {
        Dictionary<int, float>[] nearEach = [.. near.Numbers.Select(number =>
        {
            Near own = NearOf(number);
            return own.Numbers.Zip(own.Odds).ToDictionary(static one => one.First, static one => one.Second);
        })];
        float Between(int one, int other) => nearEach[one].GetValueOrDefault(near.Numbers[other], NoOdds);
        for (int i = 0; i < near.Numbers.Length; i++)
        {
            float[] values = new float[NameCompany.Names.Count];
            NameCompany.Describe(near.Odds, Between, i, values);
            yield return (near.Numbers[i], values);
        }
    }

    private ImmutableArray<NameMatch> Decide(string name, Near near)
    {
        List<NameMatch> found = [];
        if (_numbers.TryGetValue(name, out int self))
        {
            found.Add(new NameMatch(name, _names[self].Count, 0));
        }

        foreach ((int number, float[] values) in Described(near))
        {
            double odds = _judge.Company.LogOdds(values);
            if (odds >= Threshold)
            {
                found.Add(new NameMatch(_names[number].Name, _names[number].Count, (int)Math.Round(100 * Math.Log(1 + Math.Exp(-odds)))));
            }
        }

        found.Sort(static (left, right) => (left.Distance, -left.Count).CompareTo((right.Distance, -right.Count)) is not 0 and int order
            ? order : string.CompareOrdinal(left.Name, right.Name));
        return [.. found];
    }

    /// <summary>The names near one, and their odds; the highest first.</summary>
    private sealed record Near(int[] Numbers, float[] Odds);
}
