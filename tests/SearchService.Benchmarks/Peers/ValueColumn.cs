using System.Text;

namespace SearchService.Benchmarks.Peers;

/// <summary>A column of values as small numbers, for counting beside an engine that has no facets.</summary>
internal sealed class ValueColumn
{
    private const int Shown = 10;

    internal ValueColumn(IEnumerable<string> rows)
    {
        string[] values = [.. rows];
        Values = [.. values.Distinct(StringComparer.Ordinal).Where(value => value.Length > 0).Order(Comparer<string>.Create(ByBytes))];
        Dictionary<string, int> numbers = Values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        Ordinals = [.. values.Select(value => numbers.GetValueOrDefault(value, -1))];
    }

    /// <summary>Distinct values in the order of their UTF-8 bytes.</summary>
    internal string[] Values { get; }

    /// <summary>The number of each row's value, −1 for none.</summary>
    internal int[] Ordinals { get; }

    /// <summary>The most frequent values; among equals the lower first.</summary>
    internal IEnumerable<(string Value, long Count)> MostFrequent(int[] counts) =>
        Enumerable.Range(0, Values.Length).Where(i => counts[i] > 0).OrderByDescending(i => counts[i]).ThenBy(i => i).Take(Shown).Select(i => (Values[i], (long)counts[i]));

    private static int ByBytes(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
