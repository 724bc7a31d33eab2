using System.Numerics;

namespace SearchService.Analysis.Names;

/// <summary>Compares a name asked for with others: what of their words agrees and what doesn't, as numbers. Of one thread.</summary>
/// <remarks>
/// Words agree in any order, each once, those first that say most: what is rare among the names at hand and near in spelling (I. P. Fellegi and
/// A. B. Sunter, A theory for record linkage, 1969). An initial agrees with what begins so. Words that are no spellings of each other agree
/// roughly where edits are few.
/// </remarks>
/// <param name="query">The name asked for.</param>
/// <param name="weightOf">How much a part of another name says.</param>
internal sealed class NameComparison(NameQuery query, Func<string, double> weightOf)
{
    // Tuned on half of the shared data; see docs/adr/0024. In nats, as the weights of words are.
    private const double DistanceWeight = 0.54;
    private const double InitialWeight = 0.62;
    private const double RoughShare = 0.45;
    private const double RoughEdits = 0.73;
    private const double RoughEditsPerLetter = 0.28;
    private const double RoughCost = 7.07;
    private const double RoughBase = 0.79;
    private const double RoughFirst = 1;
    private const int ShortestRough = 3;
    private const double LeastAgreed = 2;
    private const double LeastAlikeLast = 0.3;

    private readonly PersonName _name = query.Name;
    private readonly Dictionary<(int Part, string Letters), double> _rough = [];
    private readonly List<Pair> _pairs = [];
    private readonly List<Pair> _taken = [];

    private enum Kind : byte
    {
        Spelling,
        Initial,
        Rough,
    }

    /// <summary>Gets what <see cref="Compare"/> gives, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "agreed", "best", "second", "worst", "words", "exact", "initials", "rough", "distance", "less-left", "more-left", "less-left-weight", "more-left-weight",
        "left-alike", "left-begins", "less-words", "more-words", "firsts-used", "first", "last", "moved", "letters", "covered", "covered-all", "last-rough", "first-alike", "last-alike",
        "other-last", // stays last, for HasOtherLast
    ];

    /// <summary>Compares with another name.</summary>
    /// <param name="other">The other name.</param>
    /// <param name="values">Takes a value for each of <see cref="Names"/>.</param>
    /// <returns>Whether they have enough in common to be one name at all; the values are set only then.</returns>
    public bool Compare(PersonName other, Span<float> values)
    {
        FindPairs(other);
        (int used, int othersUsed) = TakePairs();
        double agreed = _taken.Sum(static pair => pair.Score);
        if (agreed < LeastAgreed || !_taken.Exists(static pair => pair.Kind == Kind.Spelling))
        {
            return false;
        }

        int words = 0;
        foreach (Pair pair in _taken.Where(static pair => pair.Kind != Kind.Initial))
        {
            words += Math.Max(BitOperations.PopCount((uint)pair.Own), BitOperations.PopCount((uint)pair.Others));
        }

        double[] scores = [.. _taken.Where(static pair => pair.Kind != Kind.Initial).Select(static pair => pair.Score)];
        int lastOwn = 1 << (_name.Count - 1);
        int lastOther = 1 << (other.Count - 1);
        int left = _name.Count - BitOperations.PopCount((uint)used);
        int othersLeft = other.Count - BitOperations.PopCount((uint)othersUsed);
        (double leftWeight, double othersLeftWeight, double alike, double begins) = Rest(other, used, othersUsed);
        if (Math.Min(_name.Count, other.Count) == 1 && left + othersLeft > 0)
        {
            return false; // a first name alone is anybody's
        }

        double less = Math.Min(leftWeight, othersLeftWeight);
        double more = Math.Max(leftWeight, othersLeftWeight);
        ReadOnlySpan<double> all =
        [
            agreed,
            scores[0],
            scores.Length > 1 ? scores[1] : 0,
            scores[^1],
            words,
            _taken.Count(static pair => pair.Kind == Kind.Spelling && pair.Distance == 0),
            _taken.Count - scores.Length,
            _taken.Count(static pair => pair.Kind == Kind.Rough),
            _taken.Sum(static pair => pair.Distance),
            Math.Min(left, othersLeft),
            Math.Max(left, othersLeft),
            less,
            more,
            alike,
            begins,
            Math.Min(_name.Count, other.Count),
            Math.Max(_name.Count, other.Count),
            (used & 1) + (othersUsed & 1),
            _taken.Exists(static pair => (pair.Own & pair.Others & 1) != 0) ? 1 : 0,
            _taken.Exists(pair => (pair.Own & lastOwn) != 0 && (pair.Others & lastOther) != 0) ? 1 : 0,
            Moved(),
            WordEdits.Shared(_name.LetterPairs, other.LetterPairs),
            agreed / (agreed + less),
            agreed / (agreed + more),
            _taken.Exists(pair => pair.Kind == Kind.Rough && (pair.Own & lastOwn) != 0) ? 1 : 0,
            WordEdits.Alike(_name.Parts[0].Letters, other.Parts[0].Letters),
            WordEdits.Alike(_name.Parts[_name.Count - 1].Letters, other.Parts[other.Count - 1].Letters),
            (used & lastOwn) == 0 && (othersUsed & lastOther) == 0 && alike < LeastAlikeLast ? 1 : 0,
        ];
        for (int i = 0; i < all.Length; i++)
        {
            values[i] = (float)all[i];
        }

        return true;
    }

    /// <summary>Whether the last words of both names agree with nothing, and nothing that is left is alike: two family names.</summary>
    /// <param name="values">As <see cref="Compare"/> sets them.</param>
    public static bool HasOtherLast(ReadOnlySpan<float> values) => values[^1] > 0;

    /// <summary>What is left on both sides: how much it says, and how alike the most alike words of it are, below 0 where one side has nothing left.</summary>
    private (double Weight, double OthersWeight, double Alike, double Begins) Rest(PersonName other, int used, int othersUsed)
    {
        (double weight, double othersWeight, double alike, double begins) = (0, 0, -1, -1);
        for (int i = 0; i < _name.Count; i++)
        {
            weight += (_name.Parts[i].Words & used) == 0 ? query.Weights[i] : 0;
        }

        foreach (PersonName.Part part in other.Parts.AsSpan()[..other.Count])
        {
            if ((part.Words & othersUsed) != 0)
            {
                continue;
            }

            othersWeight += weightOf(part.Letters);
            foreach (PersonName.Part own in _name.Parts.AsSpan()[.._name.Count])
            {
                if ((own.Words & used) == 0)
                {
                    alike = Math.Max(alike, WordEdits.Alike(own.Letters, part.Letters));
                    begins = Math.Max(begins, (double)own.Letters.AsSpan().CommonPrefixLength(part.Letters) / Math.Min(own.Letters.Length, part.Letters.Length));
                }
            }
        }

        return (weight, othersWeight, alike, begins);
    }

    private void FindPairs(PersonName other)
    {
        _pairs.Clear();
        for (int i = 0; i < _name.Parts.Length; i++)
        {
            PersonName.Part own = _name.Parts[i];
            foreach (PersonName.Part part in other.Parts)
            {
                if (!own.IsSingle && !part.IsSingle)
                {
                    continue;
                }

                if (query.Spellings[i].TryGetValue(part.Letters, out int distance))
                {
                    _pairs.Add(new Pair(query.Weights[i] - (DistanceWeight * distance / 100), own.Words, part.Words, Kind.Spelling, distance / 100.0));
                }
                else if (own.IsSingle && part.IsSingle)
                {
                    AddPair(i, part);
                }
            }
        }
    }

    // Of two words that are no spellings of each other.
    private void AddPair(int number, PersonName.Part part)
    {
        PersonName.Part own = _name.Parts[number];
        if ((own.Letters.Length == 1 || part.Letters.Length == 1) && own.Letters[0] == part.Letters[0])
        {
            _pairs.Add(new Pair(InitialWeight, own.Words, part.Words, Kind.Initial, 0));
        }
        else if (Rough(number, part.Letters) is double share && share <= RoughShare)
        {
            double first = ((own.Words | part.Words) & 1) == 0 ? 0 : RoughFirst;
            _pairs.Add(new Pair(query.Weights[number] - RoughBase - (RoughCost * share) - first, own.Words, part.Words, Kind.Rough, RoughCost * share));
        }
    }

    /// <summary>Edits by the length of the longer word; above 1 where they are too many for the shorter one.</summary>
    private double Rough(int number, string other)
    {
        string own = _name.Parts[number].Letters;
        int shorter = Math.Min(own.Length, other.Length);
        double most = RoughEdits + (RoughEditsPerLetter * shorter);
        if (shorter < ShortestRough || Math.Abs(own.Length - other.Length) * WordEdits.Weak > most)
        {
            return 2;
        }

        if (!_rough.TryGetValue((number, other), out double share))
        {
            double edits = WordEdits.Between(own, other);
            share = edits <= most ? edits / Math.Max(own.Length, other.Length) : 2;
            _rough.Add((number, other), share);
        }

        return share;
    }

    // Each word once, by how much pairs say.
    private (int Used, int OthersUsed) TakePairs()
    {
        _pairs.Sort(static (left, right) => (-left.Score, left.Own, left.Others).CompareTo((-right.Score, right.Own, right.Others)));
        _taken.Clear();
        (int used, int othersUsed) = (0, 0);
        foreach (Pair pair in _pairs)
        {
            if ((used & pair.Own) == 0 && (othersUsed & pair.Others) == 0)
            {
                _taken.Add(pair);
                used |= pair.Own;
                othersUsed |= pair.Others;
            }
        }

        return (used, othersUsed);
    }

    /// <summary>Two pairs each whose words stand in another order.</summary>
    private int Moved()
    {
        int moved = 0;
        for (int i = 1; i < _taken.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                moved += (_taken[j].Own < _taken[i].Own) == (_taken[j].Others < _taken[i].Others) ? 0 : 1;
            }
        }

        return moved;
    }

    /// <summary>A word of each name, or some side by side on one side.</summary>
    private readonly record struct Pair(double Score, int Own, int Others, Kind Kind, double Distance);
}
