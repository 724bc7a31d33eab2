using SearchService.Analysis.Languages;
using SearchService.Analysis.Names;

namespace SearchService.Evaluation.Names;

/// <summary>Learns which pieces of words stand for one another, by expectation and maximisation over best alignments.</summary>
/// <remarks>
/// Starts from single letters, as they are transliterated; aligns all pairs; counts the pieces, and those that two neighbours make together;
/// and begins again with costs from the counts. A pair whose best alignment is dear for its length isn't learned from: the data has its slips.
/// </remarks>
internal sealed class PieceLearner
{
    private const int Rounds = 6;
    private const int LongestFrom = 4;
    private const int LongestTo = 4;
    private const double Discount = 0.5;
    private const double PriorOccurrences = 3;
    private const double DearPerLetter = 2;

    private readonly List<SpellingPair> _pairs;
    private readonly bool _isSameScript;
    private readonly Dictionary<string, double> _fromCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _toCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), double> _cache = [];
    private Dictionary<(string From, string To), double> _costs = [];

    private PieceLearner(IEnumerable<SpellingPair> pairs, bool isSameScript)
    {
        _isSameScript = isSameScript;
        _pairs = [.. pairs
            .Select(static pair => pair with { From = $"^{pair.From}$", To = $"^{pair.To}$" })
            .GroupBy(static pair => (pair.From, pair.To))
            .Select(static same => same.First() with { Weight = Math.Min(1, same.Sum(static pair => pair.Weight)) })];
        for (int round = 0; round < Rounds; round++)
        {
            Learn(joins: round == Rounds - 1);
        }
    }

    /// <summary>From Latin to Latin, the same both ways.</summary>
    public static PieceLearner Latin(IEnumerable<SpellingPair> pairs) =>
        new(pairs.SelectMany(static pair => new[] { pair, pair with { From = pair.To, To = pair.From } }), isSameScript: true);

    /// <summary>From another script.</summary>
    public static PieceLearner ToLatin(Script script, IEnumerable<SpellingPair> pairs) => new(pairs, isSameScript: script == Script.Latin);

    /// <summary>What was learned, without what costs as much piece by piece.</summary>
    public Dictionary<(string From, string To), int> Costs()
    {
        Dictionary<(string, string), int> costs = [];
        foreach (((string from, string to), double cost) in _costs)
        {
            bool isKept = !(_isSameScript && from == to) && cost < 7 && !(from.Length == 0 && to.Length == 0);
            if (isKept && (from.Length + to.Length <= 2 || CostOfParts(from, to) > cost + 0.25))
            {
                costs[(from, to)] = (int)Math.Round(100 * cost);
            }
        }

        return costs;
    }

    private static bool IsWeak(char letter) => IsVowel(letter) || letter is 'h' or 'w';

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter, StringComparison.Ordinal);

    private static void Count(Dictionary<string, double> counts, string word, int longest, double weight)
    {
        for (int at = 0; at <= word.Length; at++)
        {
            for (int length = 0; length <= longest && at + length <= word.Length; length++)
            {
                string piece = word.Substring(at, length);
                counts[piece] = counts.GetValueOrDefault(piece) + weight;
            }
        }
    }

    private void Learn(bool joins)
    {
        Dictionary<(string From, string To), double> counts = [];
        _fromCounts.Clear();
        _toCounts.Clear();
        foreach (SpellingPair pair in _pairs)
        {
            (List<(string From, string To)> pieces, double cost) = Align(pair.From, pair.To);
            if (cost > DearPerLetter * Math.Max(pair.From.Length, pair.To.Length) - DearPerLetter)
            {
                continue;
            }

            Count(_fromCounts, pair.From, LongestFrom, pair.Weight);
            Count(_toCounts, pair.To, _isSameScript ? LongestFrom : LongestTo, pair.Weight);
            for (int first = 0; first < pieces.Count; first++)
            {
                (string from, string to) = pieces[first];
                Add(from, to, pair.Weight);
                for (int next = first + 1; joins && next < pieces.Count && next < first + 4; next++)
                {
                    from += pieces[next].From;
                    to += pieces[next].To;
                    if (from.Length > LongestFrom || to.Length > (_isSameScript ? LongestFrom : LongestTo))
                    {
                        break;
                    }

                    if (from != to)
                    {
                        Add(from, to, pair.Weight);
                    }
                }
            }
        }

        Dictionary<(string From, string To), double> costs = [];
        foreach (((string from, string to), double count) in counts)
        {
            double seen = count - Discount;
            if (count >= (from.Length <= 1 && to.Length <= 1 ? 1 : 1.9) && seen > 0)
            {
                double forward = -Math.Log(seen / (_fromCounts[from] + PriorOccurrences));
                double back = -Math.Log(seen / (_toCounts[to] + PriorOccurrences));
                costs[(from, to)] = Math.Max(0, (forward + back) / 2);
            }
        }

        _costs = costs;
        _cache.Clear();

        void Add(string from, string to, double weight) => counts[(from, to)] = counts.GetValueOrDefault((from, to)) + weight;
    }

    private double Cost(string from, string to)
    {
        if (_isSameScript && from == to)
        {
            return from.Length == 1 ? 0 : double.PositiveInfinity;
        }

        double cost = _costs.GetValueOrDefault((from, to), double.PositiveInfinity);
        return Math.Min(cost, First(from, to));
    }

    /// <summary>What is supposed before anything was learned, and holds for single letters that were never seen together.</summary>
    private double First(string from, string to)
    {
        if (from.Length > 1 || from is "^" or "$" || to is "^" or "$")
        {
            return from == to ? 0 : double.PositiveInfinity;
        }

        bool started = _costs.Count > 0;
        if (!_isSameScript && from.Length == 1 && Transliteration.ToLatin(from, TransliterationStyle.Press) == to)
        {
            return started ? 3 : 0.2;
        }

        if (from.Length + to.Length is 0 or > 3)
        {
            return double.PositiveInfinity;
        }

        string spelled = from.Length == 0 || _isSameScript ? from : Transliteration.ToLatin(from, TransliterationStyle.Press);
        double cost = (from.Length, to.Length) switch
        {
            (0, 1) => IsWeak(to[0]) ? 2.5 : 4.5,
            (1, 0) => spelled.All(IsWeak) ? 2.5 : 4.5,
            (1, 1) => spelled.Contains(to[0], StringComparison.Ordinal) ? 0.5 : IsVowel(to[0]) && spelled.Length > 0 && IsVowel(spelled[^1]) ? 2 : 5,
            (1, 2) => (to.Any(letter => spelled.Contains(letter, StringComparison.Ordinal)) ? 2 : 5) + (IsVowel(to[0]) == IsVowel(to[1]) ? 0 : 1.5),
            (2, 1) => spelled.Contains(to[0], StringComparison.Ordinal) ? 2 : 5,
            _ => double.PositiveInfinity,
        };
        return started ? cost + 1 : cost;
    }

    private double CostOfParts(string from, string to) => BestCost(from, to, whole: false);

    private double BestCost(string from, string to, bool whole)
    {
        var cells = new double[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                cells[i, j] = i + j == 0 ? 0 : double.PositiveInfinity;
                for (int a = 0; a <= Math.Min(i, LongestFrom); a++)
                {
                    for (int b = 0; b <= Math.Min(j, LongestTo); b++)
                    {
                        if (a + b > 0 && (whole || a + b < from.Length + to.Length))
                        {
                            double own = _isSameScript && a == 1 && b == 1 && from[i - 1] == to[j - 1] ? 0 : _costs.GetValueOrDefault((from.Substring(i - a, a), to.Substring(j - b, b)), double.PositiveInfinity);
                            own = !_isSameScript && a == 1 && b == 1 && from[i - 1] == to[j - 1] && from[i - 1] is '^' or '$' ? 0 : own;
                            cells[i, j] = Math.Min(cells[i, j], cells[i - a, j - b] + own);
                        }
                    }
                }
            }
        }

        return cells[from.Length, to.Length];
    }

    private (List<(string From, string To)> Pieces, double Cost) Align(string from, string to)
    {
        int longestTo = _isSameScript ? LongestFrom : LongestTo;
        var cells = new (double Cost, int From, int To)[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                cells[i, j] = i + j == 0 ? (0, 0, 0) : (double.PositiveInfinity, 0, 0);
                for (int a = 0; a <= Math.Min(i, LongestFrom); a++)
                {
                    for (int b = a == 0 ? 1 : 0; b <= Math.Min(j, longestTo); b++)
                    {
                        double before = cells[i - a, j - b].Cost;
                        if ((a <= 1 || (a == 2 && b == 1)) && before < cells[i, j].Cost && before + Known(from.Substring(i - a, a), to.Substring(j - b, b)) is double cost && cost < cells[i, j].Cost)
                        {
                            cells[i, j] = (cost, a, b);
                        }
                    }
                }
            }
        }

        List<(string, string)> pieces = [];
        if (!double.IsInfinity(cells[from.Length, to.Length].Cost))
        {
            for ((int i, int j) = (from.Length, to.Length); i + j > 0;)
            {
                (_, int a, int b) = cells[i, j];
                pieces.Add((from.Substring(i - a, a), to.Substring(j - b, b)));
                (i, j) = (i - a, j - b);
            }
        }

        pieces.Reverse();
        return (pieces, cells[from.Length, to.Length].Cost);
    }

    private double Known(string from, string to)
    {
        if (!_cache.TryGetValue((from, to), out double cost))
        {
            _cache[(from, to)] = cost = Cost(from, to);
        }

        return cost;
    }
}
