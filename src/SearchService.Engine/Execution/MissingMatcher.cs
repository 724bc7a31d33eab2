using System.Numerics;
using SearchService.Engine.Kernels;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents without a value in a field.</summary>
internal sealed class MissingMatcher : SetMatcher
{
    private readonly SegmentReader _segment;
    private readonly int _field;
    private readonly FieldKind _kind;

    private MissingMatcher(SegmentReader segment, int field, FieldKind kind, long cost)
    {
        _segment = segment;
        _field = field;
        _kind = kind;
        Cost = cost;
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <summary>Compiles a query for a segment.</summary>
    /// <param name="field">The field.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="segment">The segment.</param>
    public static Matcher For(int field, FieldKind kind, SegmentReader segment)
    {
        var missing = kind switch
        {
            FieldKind.Text => segment.DocumentCount - segment.DocumentsWith(field),
            FieldKind.Keyword => segment.Keywords(field).MissingCount,
            _ => segment.Numbers(field).MissingCount,
        };
        return missing == 0 ? NoneMatcher.Instance : new MissingMatcher(segment, field, kind, missing);
    }

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        WindowSet.FillTo(set, window.End - window.Start);
        Filter(window, set);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        switch (_kind)
        {
            case FieldKind.Text:
                Keep(set, window, _segment.Norms(_field), (byte)0);
                break;
            case FieldKind.Number:
                BitKernels.AndNot(set[..window.WordCount], _segment.Numbers(_field).Present.Slice(window.FirstWord, window.WordCount));
                break;
            default:
                FilterKeywords(window, set);
                break;
        }
    }

    private void FilterKeywords(Window window, Span<ulong> set)
    {
        var column = _segment.Keywords(_field);
        if (column.IsMultiValued)
        {
            var starts = column.OrdinalStarts;
            for (var i = 0; i < set.Length; i++)
            {
                for (var word = set[i]; word != 0; word &= word - 1)
                {
                    var document = window.Start + (i << 6) + BitOperations.TrailingZeroCount(word);
                    if (starts[document] != starts[document + 1])
                    {
                        set[i] ^= word & (0 - word);
                    }
                }
            }

            return;
        }

        switch (column.OrdinalLength)
        {
            case 1:
                Keep(set, window, column.ByteOrdinals, (byte)column.MissingOrdinal);
                break;
            case 2:
                Keep(set, window, column.UInt16Ordinals, (ushort)column.MissingOrdinal);
                break;
            default:
                Keep(set, window, column.Int32Ordinals, column.MissingOrdinal);
                break;
        }
    }

    private static void Keep<T>(Span<ulong> set, Window window, ReadOnlySpan<T> values, T missing)
        where T : unmanaged, IEquatable<T>
    {
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                if (!values[window.Start + (i << 6) + BitOperations.TrailingZeroCount(word)].Equals(missing))
                {
                    set[i] ^= word & (0 - word);
                }
            }
        }
    }
}
