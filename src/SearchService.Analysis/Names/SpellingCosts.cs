using System.Collections.Frozen;
using System.Globalization;
using SearchService.Analysis.Languages;

namespace SearchService.Analysis.Names;

/// <summary>How unlikely it is that a piece of a name is spelled as another piece, in one script or from another script to Latin.</summary>
/// <remarks>
/// <para>A cost is the mean of <c>-ln P(to | from)</c> and <c>-ln P(from | to)</c> in hundredths, so that it is the same both ways, never
/// negative, and adds up along a word. <see cref="First"/> and <see cref="Last"/> stand for the ends of a word. What has no cost isn't a
/// spelling of the same.</para>
/// <para>The resources are lines <c>from TAB to TAB cost</c> under <c>[latin]</c>, <c>[cyrillic]</c> and so on, <c>-</c> for nothing:
/// <c>learned.costs</c> by <c>make evaluate ONLY=name-costs</c>, <c>written.costs</c> by hand, for what no data was there to learn from; the lower cost holds.</para>
/// </remarks>
internal sealed class SpellingCosts
{
    /// <summary>Before the first letter.</summary>
    public const char First = '^';

    /// <summary>Behind the last letter.</summary>
    public const char Last = '$';

    /// <summary>Letters of the longest piece.</summary>
    public const int LongestPiece = 4;

    private const string Nothing = "-";

    private readonly FrozenDictionary<string, Piece[]> _from;
    private readonly FrozenDictionary<string, Piece[]>.AlternateLookup<ReadOnlySpan<char>> _fromSpan;
    private readonly FrozenDictionary<string, Piece[]>.AlternateLookup<ReadOnlySpan<char>> _toSpan;

    private SpellingCosts(Dictionary<(string From, string To), int> costs)
    {
        _from = Group(costs.Select(cost => (cost.Key.From, cost.Key.To, cost.Value)));
        _fromSpan = _from.GetAlternateLookup<ReadOnlySpan<char>>();
        _toSpan = Group(costs.Select(cost => (cost.Key.To, cost.Key.From, cost.Value))).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Another piece, and what it costs.</summary>
    /// <param name="Text">The piece, perhaps empty.</param>
    /// <param name="Cost">In hundredths of a nat.</param>
    internal readonly record struct Piece(string Text, int Cost);

    /// <summary>The costs of the scripts that have some; those of Latin are from Latin to Latin, the same both ways.</summary>
    public static FrozenDictionary<Script, SpellingCosts> Of { get; } = Load();

    /// <summary>What a piece may become.</summary>
    /// <param name="piece">Of the script.</param>
    /// <param name="reversed">Whether it is the Latin one, and pieces of the script are wanted.</param>
    /// <returns>The cheapest first.</returns>
    public ReadOnlySpan<Piece> Others(ReadOnlySpan<char> piece, bool reversed) =>
        (reversed ? _toSpan : _fromSpan).TryGetValue(piece, out Piece[]? found) ? found : [];

    private static FrozenDictionary<string, Piece[]> Group(IEnumerable<(string From, string To, int Cost)> costs) => costs
        .GroupBy(cost => cost.From, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Select(cost => new Piece(cost.To, cost.Cost)).OrderBy(piece => piece.Cost).ThenBy(piece => piece.Text, StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);

    private static FrozenDictionary<Script, SpellingCosts> Load()
    {
        Dictionary<Script, Dictionary<(string, string), int>> costs = [];
        foreach (string resource in (ReadOnlySpan<string>)["learned.costs", "written.costs"])
        {
            using Stream stream = typeof(SpellingCosts).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
            Read(new StreamReader(stream), costs);
        }

        return costs.ToFrozenDictionary(pair => pair.Key, pair => new SpellingCosts(pair.Value));
    }

    private static void Read(StreamReader lines, Dictionary<Script, Dictionary<(string, string), int>> costs)
    {
        Script script = Script.None;
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[')
            {
                script = Enum.Parse<Script>(line.AsSpan(1, line.Length - 2), ignoreCase: true);
                costs.TryAdd(script, []);
                continue;
            }

            string[] parts = line.Split('\t');
            string from = parts[0] == Nothing ? "" : parts[0];
            string to = parts[1] == Nothing ? "" : parts[1];
            int cost = int.Parse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture);
            Add(costs[script], from, to, cost);
            if (script == Script.Latin)
            {
                Add(costs[script], to, from, cost);
            }
        }
    }

    private static void Add(Dictionary<(string, string), int> costs, string from, string to, int cost) =>
        costs[(from, to)] = costs.TryGetValue((from, to), out int known) ? Math.Min(known, cost) : cost;
}
