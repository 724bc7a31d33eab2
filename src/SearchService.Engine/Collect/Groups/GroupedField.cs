using System.Collections.Immutable;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Collect.Groups;

/// <summary>The documents of a snapshot that share a keyword field's value with another one, and which group each belongs to.</summary>
/// <remarks>
/// A document that shares its value with none, or has none, is a group by itself and isn't listed: in most archives nearly all. Deleted
/// documents are listed like others. Made once for a snapshot and field; 4 bytes a document. Thread-safe.
/// </remarks>
internal sealed class GroupedField
{
    /// <summary>The group of a document that is one by itself.</summary>
    public const int Alone = -1;

    private readonly int[][] _groups;
    private readonly BitSet[] _shared;

    /// <summary>Reads the columns.</summary>
    /// <param name="ordinals">The values over all segments.</param>
    /// <param name="columns">The field's column in each segment.</param>
    /// <exception cref="ArgumentException">A document has two values.</exception>
    public GroupedField(GlobalOrdinals ordinals, ImmutableArray<KeywordColumn> columns)
    {
        var numbers = new int[ordinals.ValueCount];
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
        {
            numbers[ordinal] = ordinals.Counts[ordinal] > 1 ? GroupCount++ : Alone;
        }

        _groups = new int[columns.Length][];
        _shared = new BitSet[columns.Length];
        for (var segment = 0; segment < columns.Length; segment++)
        {
            var column = columns[segment];
            if (column.IsMultiValued)
            {
                throw new ArgumentException("Documents can't be grouped by a field of which one has two values.", nameof(columns));
            }

            var map = ordinals.Map(segment);
            var groups = _groups[segment] = new int[column.DocumentCount];
            var shared = _shared[segment] = new BitSet(column.DocumentCount);
            for (var document = 0; document < groups.Length; document++)
            {
                var ordinal = column.OrdinalAt(document);
                groups[document] = (uint)ordinal < (uint)map.Length ? numbers[map[ordinal]] : Alone;
                if (groups[document] != Alone)
                {
                    shared.Set(document);
                }
            }
        }
    }

    /// <summary>Groups of more than one document; numbered from 0.</summary>
    public int GroupCount { get; }

    /// <summary>The documents of a segment that belong to one of those.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    public ReadOnlySpan<ulong> Shared(int segment) => _shared[segment].Words;

    /// <summary>The group of each document of a segment, or <see cref="Alone"/>.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    public ReadOnlySpan<int> Groups(int segment) => _groups[segment];
}
