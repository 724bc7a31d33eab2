using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>Which quotation stands in which article: documents of two snapshots, by their numbers.</summary>
/// <remarks>
/// Made once a generation, from the ids of articles that both have: they are sorted, so two segments are compared value by value like two
/// decks of cards. Eight bytes a quotation, four an article. Immutable, thread-safe.
/// </remarks>
internal sealed class QuotationJoin
{
    private readonly int[] _articles;   // of each quotation
    private readonly int[] _starts;     // of each article, in _quotations; one more than there are
    private readonly int[] _quotations; // by article, then by their place in it

    /// <summary>Joins two snapshots of one generation.</summary>
    /// <exception cref="InvalidDataException">A quotation's article isn't there.</exception>
    internal QuotationJoin(IndexSnapshot articles, IndexSnapshot quotations)
    {
        _articles = new int[quotations.DocumentSpace];
        _articles.AsSpan().Fill(-1);
        foreach (SegmentReader segment in quotations.Segments)
        {
            foreach (SegmentReader other in articles.Segments)
            {
                Join(segment, other);
            }
        }

        int lost = _articles.AsSpan().IndexOf(-1);
        if (lost >= 0)
        {
            throw new InvalidDataException($"Quotation {lost} of generation {articles.Generation} stands in no article of it. Build the index anew.");
        }

        _starts = new int[articles.DocumentSpace + 1];
        _quotations = new int[_articles.Length];
        Group();
        SortByPlace(quotations);
    }

    /// <summary>The article of a quotation.</summary>
    internal int ArticleOf(int quotation) => _articles[quotation];

    /// <summary>The quotations of an article, in the order of its text.</summary>
    internal ReadOnlySpan<int> QuotationsOf(int article) => _quotations.AsSpan(_starts[article], _starts[article + 1] - _starts[article]);

    /// <summary>The quotations of many articles.</summary>
    /// <param name="articles">A bit for each article.</param>
    internal DocumentSet QuotationsOf(BitSet articles)
    {
        BitSet quotations = new(_articles.Length);
        for (int quotation = 0; quotation < _articles.Length; quotation++)
        {
            if (articles[_articles[quotation]])
            {
                quotations.Set(quotation);
            }
        }

        return new DocumentSet(quotations);
    }

    private void Join(SegmentReader quotations, SegmentReader articles)
    {
        KeywordColumn wanted = quotations.Keywords(QuotationFields.Labels.Of("id")), there = articles.Keywords(ArticleFields.Id);
        for (int left = 0, right = 0; left < wanted.ValueCount && right < there.ValueCount;)
        {
            int order = wanted.Value(left).SequenceCompareTo(there.Value(right));
            if (order == 0)
            {
                int article = articles.Base + there.DocumentsOf(right)[0];
                foreach (int quotation in wanted.DocumentsOf(left))
                {
                    _articles[quotations.Base + quotation] = article;
                }
            }

            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
    }

    /// <summary>Sorts by counting.</summary>
    private void Group()
    {
        foreach (int article in _articles)
        {
            _starts[article + 1]++;
        }

        for (int article = 0; article + 1 < _starts.Length; article++)
        {
            _starts[article + 1] += _starts[article];
        }

        int[] next = _starts.AsSpan(0, _starts.Length - 1).ToArray();
        for (int quotation = 0; quotation < _articles.Length; quotation++)
        {
            _quotations[next[_articles[quotation]]++] = quotation;
        }
    }

    /// <summary>Those of an article have their order already, unless a merge put segments in another one.</summary>
    private void SortByPlace(IndexSnapshot quotations)
    {
        int[] places = new int[_quotations.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = PlaceOf(quotations, _quotations[i]);
        }

        for (int article = 0; article + 1 < _starts.Length; article++)
        {
            places.AsSpan(_starts[article], _starts[article + 1] - _starts[article]).Sort(_quotations.AsSpan(_starts[article], _starts[article + 1] - _starts[article]));
        }
    }

    /// <summary>A quotation's place among those of its article.</summary>
    internal static int PlaceOf(IndexSnapshot quotations, int quotation)
    {
        SegmentReader segment = quotations.Segments[quotations.SegmentOf(quotation)];
        return segment.Numbers(QuotationFields.Number).TryGet(quotation - segment.Base, out long place)
            ? (int)place
            : throw new InvalidDataException($"Quotation {quotation} has no place in its article.");
    }
}
