using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Collect.Facets;

/// <summary>A keyword field of a snapshot, with what counting it needs and keeps.</summary>
/// <remarks>Made once for a snapshot and field. Thread-safe.</remarks>
/// <param name="ordinals">The values over all segments.</param>
/// <param name="columns">The field's column in each segment.</param>
internal sealed class FacetField(GlobalOrdinals ordinals, ImmutableArray<KeywordColumn> columns)
{
    private readonly FacetCounter[] _counters = [.. columns.Select(c => new FacetCounter(c))];

    // Made twice by two threads it is the same.
    private byte[][]? _folded;

    /// <summary>The values over all segments.</summary>
    public GlobalOrdinals Ordinals => ordinals;

    private byte[][] Folded => _folded ??= [.. Enumerable.Range(0, ordinals.ValueCount).Select(o => Fold(ordinals.Text(o)))];

    /// <summary>A text without case and diacritics.</summary>
    public static byte[] Fold(string text) => TermNormalizer.FoldPrefix(text).Folded;

    /// <summary>The column of a segment.</summary>
    public KeywordColumn Column(int segment) => columns[segment];

    /// <summary>What counts in a segment.</summary>
    public FacetCounter Counter(int segment) => _counters[segment];

    /// <summary>The ordinals of the values that begin with a prefix: they follow one another.</summary>
    public (int First, int End) WithPrefix(string prefix)
    {
        var bytes = Encoding.UTF8.GetBytes(prefix);
        ordinals.TryFindOrdinal(bytes, out var first);
        int low = first, high = ordinals.ValueCount;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = ordinals.Value(middle).StartsWith(bytes) ? (middle + 1, high) : (low, middle);
        }

        return (first, low);
    }

    /// <summary>Whether a value has a text in it, case and diacritics aside.</summary>
    /// <param name="ordinal">The value's ordinal.</param>
    /// <param name="folded">The text, folded by <see cref="Fold"/>.</param>
    public bool Contains(int ordinal, ReadOnlySpan<byte> folded) => Folded[ordinal].AsSpan().IndexOf(folded) >= 0;
}
