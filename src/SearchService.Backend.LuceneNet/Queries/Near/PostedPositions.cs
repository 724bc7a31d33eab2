using Lucene.Net.Index;
using SearchService.Analysis.Proximity;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>The positions of one term in a segment.</summary>
/// <param name="postings">Of the term, before its first document.</param>
internal sealed class PostedPositions(DocsAndPositionsEnum postings) : TermPositions
{
    private int[] _positions = new int[16];
    private int _read = -1; // the document that they are of
    private int _count;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> In(int document)
    {
        if (postings.DocID < document)
        {
            postings.Advance(document);
        }

        if (postings.DocID != document)
        {
            return [];
        }

        if (_read != document)
        {
            Read();
            _read = document;
        }

        return _positions.AsSpan(0, _count);
    }

    private void Read()
    {
        _count = postings.Freq;
        if (_positions.Length < _count)
        {
            _positions = new int[2 * _count];
        }

        for (int i = 0; i < _count; i++)
        {
            _positions[i] = postings.NextPosition();
        }
    }
}
