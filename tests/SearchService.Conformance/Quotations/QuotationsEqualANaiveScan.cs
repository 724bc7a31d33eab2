using System.Collections.Immutable;
using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Quotations;

/// <summary>What is found by quotations, articles or themselves, is what a scan of all of them finds.</summary>
[Needs(nameof(BackendCapabilities.Quotations))]
public sealed class QuotationsEqualANaiveScan
{
    private const int Queries = 150;
    private static readonly string[] Words = ["we", "leave", "stay", "peace", "war", "troops", "never", "soon", "gas", "ice"];
    private static readonly string[] Speakers = ["Ann Lee", "Bo Lee", "Cy Orlova", "Dana Orlova", ""];

    [Theory, EveryBackend]
    public void Articles_quotations_and_their_counts_are_those_of_a_scan(IBackend backend)
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 2; round++)
        {
            Article[] articles = [.. Enumerable.Range(0, 300).Select(number => Random(random, number))];
            using SmallArchive archive = new(backend, articles);
            NaiveQuotations naive = new(articles);
            int found = 0;
            for (int i = 0; i < Queries; i++)
            {
                SearchRequest request = new()
                {
                    Query = Query(random, depth: 2),
                    Filters = [.. Filters(random)],
                    Sort = (SortOrder)random.Next(3),
                    Size = 1_000,
                    Facets = FacetFields.All,
                    FacetSize = 100,
                };
                AssertArticles(archive, naive, articles, request);
                found += AssertQuotations(archive, naive, request) > 0 ? 1 : 0;
            }

            Assert.True(found > Queries / 3, $"Only {found} of {Queries} queries found anything.");
        }
    }

    private static void AssertArticles(SmallArchive archive, NaiveQuotations naive, Article[] articles, SearchRequest request)
    {
        SearchResponse response = new ArticleSearch(archive.Index).Search(request, CancellationToken.None);
        QueryNode? root = QueryParser.Parse(response.Query.Read).Root;
        Article[] matching = [.. articles.Where(article => naive.Matches(root, article))];
        HashSet<string> expected = [.. matching.Where(article => request.Filters.All(filter => Passes(SpeakersOf(article), filter))).Select(article => article.Id)];
        string about = $"{request.Query} | {response.Query.Read}";
        Assert.True(expected.SetEquals(response.Hits.Select(hit => hit.Article.Id)), about);
        Assert.Equal(expected.Count, response.Total);
        AssertCounts(matching.Select(SpeakersOf), response.Facets.Single(facet => facet.Field == FacetFields.Speaker), about);
    }

    private static int AssertQuotations(SmallArchive archive, NaiveQuotations naive, SearchRequest request)
    {
        ArticleSearch search = new(archive.Index);
        QuotationResponse response = search.SearchQuotations(request, CancellationToken.None);
        QueryNode? root = QueryParser.Parse(response.Query.Read).Root;
        NaiveQuotations.Quotation[] matching = [.. naive.All.Where(quotation => naive.Matches(root, quotation))];
        HashSet<(string, int)> expected = [.. matching.Where(each => request.Filters.All(filter => Passes(SpeakersOf(each), filter))).Select(each => (each.Article.Id, each.Quote.Span.Start))];
        string about = $"{request.Query} | {response.Query.Read}";
        List<QuotationHit> hits = [.. response.Hits];
        for (string? cursor = response.Next; cursor is not null;)
        {
            QuotationResponse next = search.SearchQuotations(request with { Cursor = cursor }, CancellationToken.None);
            hits.AddRange(next.Hits);
            cursor = next.Next;
        }

        Assert.True(expected.SetEquals(hits.Select(hit => (hit.Article.Id, hit.Quote.Span.Start))), about);
        Assert.Equal((expected.Count, expected.Count), (hits.Count, (int)response.Total));
        Assert.Equal(hits.Count, hits.Select(hit => hit.Id).Distinct().Count());
        AssertCounts(matching.Select(SpeakersOf), response.Facets.Single(facet => facet.Field == FacetFields.Speaker), about);
        AssertOrder(hits, request.Sort);
        return expected.Count;
    }

    private static void AssertCounts(IEnumerable<string[]> matching, Facet facet, string about)
    {
        string[][] all = [.. matching];
        Assert.True(all.Count(static speakers => speakers.Length == 0) == facet.Missing, about);
        foreach (string speaker in Speakers.Where(static speaker => speaker.Length > 0))
        {
            long counted = facet.Values.FirstOrDefault(bucket => bucket.Value == speaker)?.Count ?? 0;
            Assert.True(all.Count(speakers => speakers.Contains(speaker)) == counted, $"{speaker}: {counted} | {about}");
        }
    }

    private static void AssertOrder(List<QuotationHit> hits, SortOrder sort)
    {
        for (int i = 1; i < hits.Count; i++)
        {
            Assert.True(sort switch
            {
                SortOrder.Relevance => hits[i - 1].Score >= hits[i].Score,
                SortOrder.Newest => hits[i].Article.Date is null || hits[i - 1].Article.Date?.First >= hits[i].Article.Date!.Value.First,
                _ => hits[i].Article.Date is null || hits[i - 1].Article.Date?.First <= hits[i].Article.Date!.Value.First,
            });
        }
    }

    private static string[] SpeakersOf(Article article) => [.. article.Quotes.Select(quote => quote.Speaker).OfType<string>().Distinct()];

    private static string[] SpeakersOf(NaiveQuotations.Quotation quotation) => quotation.Quote.Speaker is { } speaker ? [speaker] : [];

    private static bool Passes(string[] speakers, FacetFilter filter)
    {
        return (filter.Included.IsEmpty || filter.Included.Any(Has)) && !filter.Excluded.Any(Has);

        bool Has(string value) => value == FacetFields.Missing ? speakers.Length == 0 : speakers.Contains(value);
    }

    private static IEnumerable<FacetFilter> Filters(Random random)
    {
        string value = random.Next(4) == 0 ? FacetFields.Missing : Speakers[random.Next(4)];
        ImmutableArray<string> none = [];
        if (random.Next(3) == 0)
        {
            yield return random.Next(2) == 0 ? new FacetFilter(FacetFields.Speaker, [value], none) : new FacetFilter(FacetFields.Speaker, none, [value]);
        }
    }

    private static string Query(Random random, int depth) => random.Next(depth > 0 ? 14 : 7) switch
    {
        0 or 1 => $"said:{Word(random)}",
        2 => $"said:\"{Word(random)} {Word(random)}\"",
        3 => $"speaker:{Speakers[random.Next(4)].Split(' ')[random.Next(2)]}",
        4 => $"text:{Word(random)}",
        5 => $"said:{Word(random)[..2]}*",
        6 => $"said:{Word(random)}^2",
        7 => $"+said:{Word(random)} -speaker:lee +text:{Word(random)}",
        8 => $"said:({Word(random)} AND {Word(random)}) OR text:{Word(random)}",
        9 => $"({Query(random, depth - 1)}) OR ({Query(random, depth - 1)})",
        10 => $"({Query(random, depth - 1)}) -({Query(random, depth - 1)})",
        11 => $"said:{Word(random)} AND NOT text:{Word(random)}",
        _ => $"({Query(random, depth - 1)}) AND ({Query(random, depth - 1)})",
    };

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static Article Random(Random random, int number)
    {
        int quotations = random.Next(4);
        string text = string.Join(' ', Enumerable.Range(0, quotations).Select(_ => $"{Sentence(random, 2)} “{Sentence(random, 4)}”{(random.Next(4) == 0 ? $" he said, +“{Sentence(random, 2)}.”" : ".")}")) + " " + Sentence(random, 3);
        return Quoted.Article($"a{number}", text, [.. Enumerable.Range(0, quotations).Select(_ => Speakers[random.Next(Speakers.Length)])]) with
        {
            Date = random.Next(5) == 0 ? null : ArticleDate.OfDay(new DateOnly(2022, 1, 1).AddDays(random.Next(40))),
        };
    }

    private static string Sentence(Random random, int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Word(random)));
}
