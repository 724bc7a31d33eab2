using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution;

/// <summary>Verifies an exact phrase: takes the places where it may begin from its rarest term, and narrows them by the next rarest.</summary>
/// <remarks>
/// Most documents are ruled out by two or three terms, so the long position lists of words like "the" are seldom read. Few places
/// are looked up in a longer list by doubling steps, many are merged with it.
/// </remarks>
internal sealed class ExactPhraseVerifier : PhraseVerifier
{
    private readonly (int Offset, PositionsCursor Positions)[] _terms;
    private int[] _starts = new int[64];

    /// <summary>Prepares.</summary>
    /// <param name="listOf">For each offset of the phrase the number of its distinct term.</param>
    /// <param name="positions">The positions of each distinct term.</param>
    public ExactPhraseVerifier(ReadOnlySpan<int> listOf, PositionsCursor[] positions)
    {
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
        if (_starts.Length < positions.Length)
        {
            _starts = new int[2 * positions.Length];
        }

        var starts = _starts.AsSpan(0, positions.Length);
        for (var i = 0; i < positions.Length; i++)
        {
            starts[i] = positions[i] - offset;
        }

        for (var t = 1; t < _terms.Length && !starts.IsEmpty; t++)
        {
            (offset, cursor) = _terms[t];
            if (cursor.AdvanceTo(document) != document)
            {
                return 0;
            }

            starts = starts[..Narrow(starts, cursor.Positions, offset)];
        }

        return starts.Length;
    }

    // Keeps the starts after which a position follows at the offset; both lists ascend.
    private static int Narrow(Span<int> starts, ReadOnlySpan<int> positions, int offset)
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
