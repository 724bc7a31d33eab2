using SearchService.Analysis.Marks;
using SearchService.Backend.Quotations;
using SearchService.Engine.Highlighting;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>The quotations that a set of articles in a query was chosen by.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="found">The quotations.</param>
internal sealed class ChosenQuotations(ArchiveSnapshot archive, FoundQuotations found) : IChosenQuotations
{
    private TextMarker? _said;

    public TextMarker Said => _said ??= Highlighter.Of(found.Query, QuotationFields.Said);

    public IEnumerable<(int Document, int Place)> In(int article)
    {
        foreach (int quotation in archive.Join.QuotationsOf(article).ToArray())
        {
            if (found.Quotations[quotation])
            {
                yield return (quotation, QuotationJoin.PlaceOf(archive.Quotations, quotation));
            }
        }
    }
}
