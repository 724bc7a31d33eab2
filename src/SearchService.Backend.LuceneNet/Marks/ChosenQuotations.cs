using SearchService.Analysis.Marks;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Backend.Quotations;

namespace SearchService.Backend.LuceneNet.Marks;

/// <summary>The quotations that a set of articles in a query was chosen by.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="found">The quotations.</param>
internal sealed class ChosenQuotations(ArchiveReader archive, FoundQuotations found) : IChosenQuotations
{
    private TextMarker? _said;

    /// <inheritdoc/>
    public TextMarker Said => _said ??= QueryMarks.Of(found.Query, ArticleFields.Said);

    /// <inheritdoc/>
    public IEnumerable<(int Document, int Place)> In(int article)
    {
        (int first, int end) = (archive.QuotationsOf(article).Start.Value, article);
        for (int quotation = first; quotation < end; quotation++)
        {
            if (found.Quotations.Get(quotation))
            {
                yield return (quotation, quotation - first);
            }
        }
    }
}
