using System.Text;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents that have a value in a keyword field, from the column's list of them.</summary>
internal sealed class KeywordMatcher : SetMatcher
{
    // Looking up one candidate costs as much as marking about this many documents.
    private const int LookupCost = 8;

    private readonly KeywordColumn _column;
    private readonly int _ordinal;
    private readonly int _count;
    private int _at;

    private KeywordMatcher(KeywordColumn column, int ordinal)
    {
        _column = column;
        _ordinal = ordinal;
        _count = column.Count(ordinal);
    }

    /// <inheritdoc/>
    public override long Cost => _count;

    /// <summary>Compiles a query for a segment.</summary>
    public static Matcher For(KeywordQuery query, SegmentReader segment, Scratch scratch)
    {
        var column = segment.Keywords(query.Field);
        var ordinals = new HashSet<int>();
        foreach (var value in query.Values)
        {
            if (column.TryFindOrdinal(Encoding.UTF8.GetBytes(value), out var ordinal))
            {
                ordinals.Add(ordinal);
            }
        }

        return ordinals.Count switch
        {
            0 => NoneMatcher.Instance,
            1 => new KeywordMatcher(column, ordinals.Single()),
            _ => new DisjunctionMatcher([.. ordinals.Select(ordinal => new KeywordMatcher(column, ordinal))], 1, ranked: false, null, scratch),
        };
    }

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        var left = _column.DocumentsOf(_ordinal)[_at..];
        var skipped = FirstNotBelow(left, from);
        _at += skipped;
        return skipped < left.Length ? left[skipped] : int.MaxValue;
    }

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        set.Clear();
        if (_column.Sets is { } sets)
        {
            sets[_ordinal].Words.Slice(window.FirstWord, window.WordCount).CopyTo(set);
            return;
        }

        foreach (var document in In(window))
        {
            WindowSet.Add(set, document - window.Start);
        }
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        if (_column.Sets is { } sets)
        {
            BitKernels.And(set[..window.WordCount], sets[_ordinal].Words.Slice(window.FirstWord, window.WordCount));
            return;
        }

        var documents = In(window);
        if (BitKernels.PopCount(set) * LookupCost >= documents.Length)
        {
            Span<ulong> matches = stackalloc ulong[Window.Words];
            matches.Clear();
            foreach (var document in documents)
            {
                WindowSet.Add(matches, document - window.Start);
            }

            BitKernels.And(set, matches);
            return;
        }

        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var document = window.Start + (i << 6) + System.Numerics.BitOperations.TrailingZeroCount(word);
                documents = documents[FirstNotBelow(documents, document)..];
                if (documents.IsEmpty || documents[0] != document)
                {
                    set[i] ^= word & (0 - word);
                }
            }
        }
    }

    // The first place at or after which no document is below one: by doubling steps, then by halving.
    private static int FirstNotBelow(ReadOnlySpan<int> documents, int document)
    {
        if (documents.IsEmpty || documents[0] >= document)
        {
            return 0;
        }

        var step = 1;
        while (step < documents.Length && documents[step] < document)
        {
            step *= 2;
        }

        var low = (step / 2) + 1;
        var place = documents[low..Math.Min(step, documents.Length)].BinarySearch(document);
        return low + (place < 0 ? ~place : place);
    }

    private ReadOnlySpan<int> In(Window window)
    {
        var left = _column.DocumentsOf(_ordinal)[_at..];
        var start = FirstNotBelow(left, window.Start);
        var length = FirstNotBelow(left[start..], window.End);
        _at += start;
        return left.Slice(start, length);
    }
}
