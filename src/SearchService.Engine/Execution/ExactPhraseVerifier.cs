using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution;

/// <summary>Verifies an exact phrase: takes the places where it may begin from its rarest term, and narrows them by the next rarest.</summary>
/// <remarks>
/// Most documents are ruled out by two or three terms, so the long position lists of words like "the" are seldom read. Few places
/// are looked up in a longer list by doubling steps; many are marked in a bit set, and the list is tested against it.
/// </remarks>
internal sealed class ExactPhraseVerifier : PhraseVerifier
{
    // Looking up a start costs as much as testing about so many positions.
    private const int PositionsPerLookup = 8;

    private const int FewStarts = 2;
    private const int UsualOccurrences = 128;
    private const int UsualLength = 4096;

    private readonly (int Offset, PositionsCursor Positions)[] _terms;
    private int[] _starts;
    private ulong[] _marks; // a bit for each position; zeros between uses

    /// <summary>Prepares.</summary>
    /// <param name="listOf">For each offset of the phrase the number of its distinct term.</param>
    /// <param name="positions">The positions of each distinct term.</param>
    /// <param name="scratch">Lends room for the places in documents of usual length.</param>
    public ExactPhraseVerifier(ReadOnlySpan<int> listOf, PositionsCursor[] positions, Scratch scratch)
    {
        _starts = scratch.Ints(UsualOccurrences);
        _marks = scratch.Words(UsualLength / 64);
        _marks.AsSpan().Clear();
        _terms = new (int, PositionsCursor)[listOf.Length];
        for (var i = 0; i < listOf.Length; i++)
        {
            _terms[i] = (i, positions[listOf[i]]);
        }

        Array.Sort(_terms, static (a, b) => (a.Positions.DocumentFrequency, a.Offset).CompareTo((b.Positions.DocumentFrequency, b.Offset)));
    }

    /// <inheritdoc/>
    public override double FrequencyIn(int document, bool untilFirst)
    {
        var (offset, cursor) = _terms[0];
        if (cursor.AdvanceTo(document) != document)
        {
            return 0;
        }

        var positions = cursor.Positions;
        if (_starts.Length <= positions.Length)
        {
            _starts = new int[2 * positions.Length];
        }

        var count = positions.Length;
        for (var i = 0; i < count; i++)
        {
            _starts[i] = positions[i] - offset;
        }

        for (var t = 1; t < _terms.Length && count > 0; t++)
        {
            (offset, cursor) = _terms[t];
            if (cursor.AdvanceTo(document) != document)
            {
                return 0;
            }

            count = Narrow(count, cursor.Positions, offset);
        }

        return count;
    }

    // Keeps the starts after which a position follows at the offset; both ascend.
    private int Narrow(int count, ReadOnlySpan<int> positions, int offset) =>
        count <= FewStarts || positions.Length > (long)count * PositionsPerLookup
            ? LookUp(_starts.AsSpan(0, count), positions, offset)
            : Test(count, positions, offset);

    // Marks the starts, and tests each position: no branch depends on the data, as each step of a merge would.
    private int Test(int count, ReadOnlySpan<int> positions, int offset)
    {
        var starts = _starts.AsSpan(0, count + 1); // a place more, for what isn't kept is written too
        var last = starts[count - 1];
        if (last < 0)
        {
            return 0;
        }

        if (_marks.Length <= last >> 6)
        {
            _marks = new ulong[Math.Max(2 * _marks.Length, (last >> 6) + 1)];
        }

        var marks = _marks.AsSpan(0, (last >> 6) + 1);
        foreach (var start in starts[..count])
        {
            if (start >= 0)
            {
                marks[start >> 6] |= 1UL << start;
            }
        }

        var kept = 0;
        foreach (var position in positions)
        {
            var start = position - offset;
            if (start > last)
            {
                break;
            }

            if (start >= 0)
            {
                starts[kept] = start;
                kept += (int)(marks[start >> 6] >> start) & 1;
            }
        }

        marks.Clear();
        return kept;
    }

    private static int LookUp(Span<int> starts, ReadOnlySpan<int> positions, int offset)
    {
        var kept = 0;
        var at = 0;
        foreach (var start in starts)
        {
            var sought = start + offset;
            var step = 1;
            while (at + step < positions.Length && positions[at + step] < sought)
            {
                at += step;
                step *= 2;
            }

            while (at < positions.Length && positions[at] < sought)
            {
                at++;
            }

            if (at == positions.Length)
            {
                break;
            }

            starts[kept] = start;
            kept += positions[at] == sought ? 1 : 0;
        }

        return kept;
    }
}
