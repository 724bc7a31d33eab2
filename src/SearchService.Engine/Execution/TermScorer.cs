using SearchService.Engine.Segments;

namespace SearchService.Engine.Execution;

/// <summary>BM25 for a term, or a phrase, in one segment.</summary>
/// <param name="segment">The segment.</param>
/// <param name="field">The text field.</param>
/// <param name="weight">Idf times boosts.</param>
/// <param name="lengths">The field's <see cref="Bm25.LengthTable"/>.</param>
internal sealed class TermScorer(SegmentReader segment, int field, double weight, double[] lengths)
{
    /// <summary>Adds the scores of those documents that are in a set.</summary>
    /// <param name="documents">Ascending, all in the window.</param>
    /// <param name="frequencies">Their frequencies; longer is allowed.</param>
    /// <param name="window">The window.</param>
    /// <param name="set">Documents of the window.</param>
    /// <param name="scores">A score for each document of the window.</param>
    public void Add(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, Window window, ReadOnlySpan<ulong> set, Span<double> scores)
    {
        var norms = segment.Norms(field);
        frequencies = frequencies[..documents.Length];
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            var index = document - window.Start;
            if (WindowSet.Contains(set, index))
            {
                scores[index] += Bm25.Score(weight, frequencies[i], lengths[norms[document]]);
            }
        }
    }

    /// <summary>The same for frequencies that aren't whole numbers.</summary>
    /// <inheritdoc cref="Add(ReadOnlySpan{int}, ReadOnlySpan{int}, Window, ReadOnlySpan{ulong}, Span{double})"/>
    public void Add(ReadOnlySpan<int> documents, ReadOnlySpan<double> frequencies, Window window, ReadOnlySpan<ulong> set, Span<double> scores)
    {
        var norms = segment.Norms(field);
        frequencies = frequencies[..documents.Length];
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            var index = document - window.Start;
            if (WindowSet.Contains(set, index))
            {
                scores[index] += Bm25.Score(weight, frequencies[i], lengths[norms[document]]);
            }
        }
    }
}
