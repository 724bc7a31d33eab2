using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Searching;

/// <summary>A page is the same whether the hits before it are left out by their number or by a cursor.</summary>
public sealed class PagesBySkip
{
    private static readonly string[] Words = ["peace", "troops", "border", "talks", "river"];

    [Theory, EveryBackend]
    public void Pages_of_articles_and_of_stories_are_those_that_cursors_lead_to(IBackend backend)
    {
        Random random = Seeds.Random();
        using SmallArchive archive = new(backend, [.. Enumerable.Range(0, 200).Select(number => Random(random, number))]);
        foreach (SortOrder sort in Enum.GetValues<SortOrder>())
        {
            foreach (Collapse collapse in Enum.GetValues<Collapse>())
            {
                SearchRequest request = new() { Query = "peace OR troops", Sort = sort, Collapse = collapse, Size = random.Next(1, 40), Passages = 2 };
                SearchRequest next = request;
                for (int skip = 0; ; skip += request.Size)
                {
                    SearchResponse page = Search(archive, next), skipped = Search(archive, request with { Skip = skip });
                    Assert.Equal(page.Hits.Select(Told), skipped.Hits.Select(Told));
                    Assert.Equal((page.Total, page.Stories, page.Next), (skipped.Total, skipped.Stories, skipped.Next));
                    if (page.Next is not { } cursor)
                    {
                        Assert.True(skip > 0, "Everything stood on one page.");
                        break;
                    }

                    next = request with { Cursor = cursor };
                }
            }
        }
    }

    [Theory, EveryBackend]
    public void Pages_of_quotations_are_those_that_cursors_lead_to(IBackend backend)
    {
        Random random = Seeds.Random();
        using SmallArchive archive = new(backend, [.. Enumerable.Range(0, 100).Select(number => Random(random, number))]);
        foreach (SortOrder sort in Enum.GetValues<SortOrder>())
        {
            SearchRequest request = new() { Query = "peace OR troops", Sort = sort, Size = random.Next(1, 20) };
            SearchRequest? next = request;
            for (int skip = 0; next is not null; skip += request.Size)
            {
                QuotationResponse page = Quotations(archive, next), skipped = Quotations(archive, request with { Skip = skip });
                Assert.Equal(page.Hits.Select(Told), skipped.Hits.Select(Told));
                Assert.Equal((page.Total, page.Next), (skipped.Total, skipped.Next));
                next = page.Next is { } cursor ? request with { Cursor = cursor } : null;
            }
        }
    }

    [Theory, EveryBackend]
    public void Beyond_the_last_hit_there_is_an_empty_page_with_all_counts(IBackend backend)
    {
        using SmallArchive archive = new(backend, SmallArchive.Article("1", "river"), SmallArchive.Article("2", "river"));
        SearchResponse response = Search(archive, new SearchRequest { Query = "river", Skip = 2, Facets = [FacetFields.Source] });
        Assert.Empty(response.Hits);
        Assert.Equal((2, 2, null), (response.Total, response.Facets[0].Missing, response.Next));
        Assert.Equal(["2"], Search(archive, new SearchRequest { Query = "river", Skip = 1 }).Hits.Select(hit => hit.Article.Id));
    }

    [Theory, EveryBackend]
    public void What_cannot_be_skipped_is_refused(IBackend backend)
    {
        using SmallArchive archive = new(backend, SmallArchive.Article("1", "river"), SmallArchive.Article("2", "river"));
        string next = Search(archive, new SearchRequest { Size = 1 }).Next!;
        InvalidRequestException both = Assert.Throws<InvalidRequestException>(() => Search(archive, new SearchRequest { Size = 1, Skip = 1, Cursor = next }));
        Assert.Equal(("invalid_parameter", "skip"), (both.Code, both.Parameter));
        InvalidRequestException far = Assert.Throws<InvalidRequestException>(() => Quotations(archive, new SearchRequest { Skip = new SearchLimits().MaxSkip + 1 }));
        Assert.Equal(("out_of_range", "skip"), (far.Code, far.Parameter));
        Assert.Contains(nameof(SearchLimits.MaxSkip), far.Message, StringComparison.Ordinal);
    }

    private static string Told(SearchHit hit) =>
        $"{hit.Article.Id} {BitConverter.DoubleToInt64Bits(hit.Score)} {hit.Story?.Matching} {string.Join('|', hit.Passages.Select(passage => $"{passage.Offset} {passage.Text} {Marks(passage.Highlights)}"))}";

    private static string Told(QuotationHit hit) => $"{hit.Id} {BitConverter.DoubleToInt64Bits(hit.Score)} {Marks(hit.Highlights)}";

    private static string Marks(ImmutableArray<TextSpan> marks) => string.Join(',', marks.Select(mark => $"{mark.Start}-{mark.End}"));

    private static Article Random(Random random, int number)
    {
        string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{Word(random)} “{Word(random)} {Word(random)}” {Word(random)}."));
        return Quoted.Article($"{number}", text, [.. text.Where(static letter => letter == '“').Select(static _ => "Ann Lee")]) with
        {
            Story = random.Next(2) == 0 ? null : $"{random.Next(1 + (number / 4))}",
            Date = random.Next(4) == 0 ? null : ArticleDate.OfDay(new DateOnly(2022, 1, 1).AddDays(random.Next(20))),
        };
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static SearchResponse Search(SmallArchive archive, SearchRequest request) => new ArticleSearch(archive.Index).Search(request, CancellationToken.None);

    private static QuotationResponse Quotations(SmallArchive archive, SearchRequest request) =>
        new ArticleSearch(archive.Index).SearchQuotations(request, CancellationToken.None);
}
