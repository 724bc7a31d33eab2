using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Names;

/// <summary>A filter by a speaker whom the archive has by another spelling alone.</summary>
public sealed class NamesInFilters : IDisposable
{
    private readonly SmallArchives _archives = new(
        Said("pact", "We came in peace.", "Stanislav Zas"),
        Said("talks", "We talk.", "Kassym-Jomart Tokayev"),
        Said("short", "We talk on.", "Kasym-Zhomart Tokaev"),
        Said("other", "Nobody talks.", "Boris Lund"));

    [Theory]
    [EveryBackend("Stanislav Zass", "pact")]
    [EveryBackend("Станислав Зась", "pact")]
    [EveryBackend("Qasym-Jomart Toqaev", "short talks")]
    [EveryBackend("Kassym-Jomart Tokayev", "talks")]
    [EveryBackend("Ann Lee", "")]
    public void A_speaker_whom_nobody_is_called_is_found_by_other_spellings(IBackend backend, string speaker, string expected)
    {
        SearchRequest request = new() { Filters = [new FacetFilter(FacetFields.Speaker, [speaker], [])], Facets = [FacetFields.Speaker] };
        SearchResponse articles = new ArticleSearch(_archives.On(backend).Index).Search(request, CancellationToken.None);
        QuotationResponse quotations = new ArticleSearch(_archives.On(backend).Index).SearchQuotations(request, CancellationToken.None);

        Assert.Equal(expected, string.Join(' ', articles.Hits.Select(hit => hit.Article.Id).Order()));
        Assert.Equal(articles.Total, quotations.Total);
        Assert.Equal(expected.Length > 0 && articles.Hits.All(hit => hit.Article.Quotes[0].Speaker != speaker), articles.Query.Notices.Any(notice => notice.Code == QueryNoticeCodes.NameVariantsAdded));
        Assert.Equal(articles.Query.Notices, quotations.Query.Notices);
    }

    [Theory, EveryBackend]
    public void Who_is_left_out_is_left_out_in_any_spelling(IBackend backend)
    {
        SearchRequest request = new() { Filters = [new FacetFilter(FacetFields.Speaker, [], ["Stanislav Zass"])] };
        Assert.Equal(3, new ArticleSearch(_archives.On(backend).Index).Search(request, CancellationToken.None).Total);
    }

    [Theory, EveryBackend]
    public void The_values_of_a_facet_are_counted_under_the_same_filter(IBackend backend)
    {
        SearchRequest request = new() { Filters = [new FacetFilter(FacetFields.Speaker, ["Stanislav Zass"], [])] };
        Assert.Equal(1, new ArticleSearch(_archives.On(backend).Index).FacetValues(request, FacetFields.Source, "", 10, SearchIn.Articles, CancellationToken.None).Missing);
    }

    public void Dispose() => _archives.Dispose();

    private static Article Said(string id, string words, string speaker) => SmallArchive.Article(id, words) with
    {
        People = [speaker],
        Quotes = [new Quote { Parts = [new TextSpan(0, words.Length)], Text = words, Span = new TextSpan(0, words.Length), Speaker = speaker, Kind = QuoteKind.Direct }],
    };
}
