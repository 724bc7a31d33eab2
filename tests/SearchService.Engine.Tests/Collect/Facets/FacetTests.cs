using System.Text;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.Engine.Tests.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Collect.Facets;

public sealed class FacetTests
{
    [Fact]
    public void Values_are_counted_exactly_and_the_most_frequent_come_first()
    {
        using var corpus = Tagged(["x", "y"], ["y"], [], ["z", "y"], ["x"]);

        var facet = Count(corpus, new EngineSearch { Facets = [new(Corpus.Tags) { Size = 2, Included = ["z", "nowhere"] }] });

        Assert.Equal(5, facet.Documents);
        Assert.Equal(1, facet.Missing);
        Assert.Equal(3, facet.Distinct);
        Assert.Equal([new("y", 3), new("x", 2)], facet.Values);
        Assert.Equal([new("z", 1), new("nowhere", 0)], facet.Included);
    }

    [Fact]
    public void Values_with_equal_counts_are_in_the_order_of_their_bytes()
    {
        using var corpus = Tagged(["é"], ["z"], ["B"], ["a"]);

        Assert.Equal(["B", "a", "z", "é"], Count(corpus, new EngineSearch { Facets = [new(Corpus.Tags)] }).Values.Select(v => v.Value));
    }

    [Fact]
    public void Values_can_be_asked_for_by_what_they_contain_case_and_diacritics_aside()
    {
        using var corpus = Tagged(["Le Monde Économique"], ["ECONOMIST"], ["Times"]);

        var facet = Count(corpus, new EngineSearch { Facets = [new(Corpus.Tags) { Contains = "économi" }] });

        Assert.Equal(["ECONOMIST", "Le Monde Économique"], facet.Values.Select(v => v.Value));
        Assert.Equal(2, facet.Distinct);
        Assert.Equal(3, facet.Documents);
    }

    [Fact]
    public void Values_can_be_asked_for_by_how_they_begin()
    {
        using var corpus = Tagged(["2022", "2022-01", "2022-01-13"], ["2022", "2022-02"], ["2021", "2021-12"], ["2023"]);

        Assert.Equal(["2022", "2022-01", "2022-01-13", "2022-02"], Beginning("2022"));
        Assert.Equal(["2022-01", "2022-01-13", "2022-02"], Beginning("2022-"));
        Assert.Empty(Beginning("2024"));

        IEnumerable<string> Beginning(string prefix) =>
            Count(corpus, new EngineSearch { Facets = [new(Corpus.Tags) { Prefix = prefix }] }).Values.Select(v => v.Value);
    }

    [Fact]
    public void A_facet_is_counted_without_its_own_filter_group_alone()
    {
        using var corpus = Tagged(["x", "p"], ["y", "p"], ["y", "q"], ["x", "q"], ["x"]);
        var search = new EngineSearch
        {
            Filters = [new("letter", new KeywordQuery(Corpus.Tags, "x")), new("other", new KeywordQuery(Corpus.Tags, ["p", "q"]))],
            Facets =
            [
                new(Corpus.Tags) { OwnGroup = "letter", Included = ["x", "y", "p"] },
                new(Corpus.Tags) { OwnGroup = "other", Included = ["x", "y", "p"] },
                new(Corpus.Tags) { Included = ["x", "y", "p"] },
            ],
        };

        var result = corpus.Searcher.Search(search);

        Assert.Equal(2, result.Total);
        Assert.Equal([2, 2, 2], result.Facets[0].Included.Select(c => c.Count));
        Assert.Equal([3, 0, 1], result.Facets[1].Included.Select(c => c.Count));
        Assert.Equal([2, 0, 1], result.Facets[2].Included.Select(c => c.Count));
    }

    [Fact]
    public void What_the_archive_covers_is_counted_under_the_filters_whatever_the_query()
    {
        using var corpus = Corpus.Of([Document(["x"], "a"), Document(["x"], "b"), Document(["y"], "a")]);

        var result = corpus.Searcher.Search(new EngineSearch
        {
            Query = Corpus.Word("a"),
            Filters = [new("tag", new KeywordQuery(Corpus.Tags, "x"))],
            Facets = [new(Corpus.Tags), new(Corpus.Tags) { IgnoresQuery = true }, new(Corpus.Tags) { IgnoresQuery = true, OwnGroup = "tag" }],
        });

        Assert.Equal([new("x", 1)], result.Facets[0].Values);
        Assert.Equal([new("x", 2)], result.Facets[1].Values);
        Assert.Equal([new("x", 2), new("y", 1)], result.Facets[2].Values);
    }

    [Fact]
    public void Group_names_that_are_unknown_or_there_twice_are_refused()
    {
        using var corpus = Tagged(["x"]);

        Assert.Throws<ArgumentException>(() => corpus.Searcher.Search(new EngineSearch { Facets = [new(Corpus.Tags) { OwnGroup = "nowhere" }] }));
        Assert.Throws<ArgumentException>(() => corpus.Searcher.Search(new EngineSearch { Filters = [new("g", Query.All), new("g", Query.All)] }));
    }

    [Fact]
    public void Random_facets_sideways_or_not_are_what_counting_one_document_at_a_time_gives()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 6; round++)
        {
            using var corpus = Corpus.Random(random, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, round == 0 ? 6_000 : 150))]);
            for (var i = 0; i < 30; i++)
            {
                var search = RandomSearch(random);

                var result = corpus.Searcher.Search(search);

                Assert.Equal(corpus.NaiveHits(search).Count, result.Total);
                Assert.All(search.Facets.Zip(result.Facets), pair => AssertSame(Naive(corpus, search, pair.First), pair.Second, search));
            }
        }
    }

    private static EngineSearch RandomSearch(Random random)
    {
        var queries = new RandomQueries(random);
        FilterGroup[] filters = [.. Enumerable.Range(0, random.Next(4)).Select(g => new FilterGroup($"g{g}", queries.Next(depth: 1)))];
        var facets = Enumerable.Range(0, random.Next(1, 5)).Select(_ => new FacetRequest(random.Next(2) == 0 ? Corpus.Source : Corpus.Tags)
        {
            OwnGroup = filters.Length > 0 && random.Next(3) != 0 ? filters[random.Next(filters.Length)].Name : null,
            Size = random.Next(10),
            Included = [Corpus.Value(random.Next(9)), Corpus.Value(random.Next(9))],
            Contains = random.Next(3) == 0 ? "VALUE" : null,
            Prefix = random.Next(3) == 0 ? Corpus.Value(random.Next(9)) : null,
            IgnoresQuery = random.Next(3) == 0,
            InOrder = random.Next(3) == 0,
            Split = random.Next(3) == 0 ? new FacetSplit(random.Next(2) == 0 ? Corpus.Source : Corpus.Tags, random.Next(4)) : null,
        });
        return new EngineSearch { Query = queries.Next(depth: 1), Filters = [.. filters], Facets = [.. facets], Size = random.Next(3) };
    }

    private static FacetResult Naive(Corpus corpus, EngineSearch search, FacetRequest request)
    {
        var documents = corpus.Naive.Documents.Where(d =>
            corpus.Naive.Matches(request.IgnoresQuery ? Query.All : search.Query, d)
            && search.Filters.All(f => f.Name == request.OwnGroup || corpus.Naive.Matches(f.Query, d))).ToList();
        var counts = Counts(documents, request.Field);
        var values = Values(documents, request);
        var split = request.Split is { } by ? Values(documents, new FacetRequest(by.Field)).Take(by.Size) : [];
        return new FacetResult(
            documents.Count,
            documents.Count(d => d.Keywords(request.Field).Length == 0),
            values.Count,
            [.. values.Take(request.InOrder ? int.MaxValue : request.Size)],
            [.. request.Included.Select(v => new FacetCount(v, counts.GetValueOrDefault(v)))])
        {
            Parts =
            [
                .. split.Select(part => new FacetPart(
                    part.Value,
                    [.. Values([.. documents.Where(d => d.Keywords(request.Split!.Field).Contains(part.Value))], request).Take(request.InOrder ? int.MaxValue : request.Size)])),
            ],
        };
    }

    private static Dictionary<string, int> Counts(List<NaiveDocument> documents, int field) =>
        documents.SelectMany(d => d.Keywords(field)).CountBy(v => v).ToDictionary();

    private static List<FacetCount> Values(List<NaiveDocument> documents, FacetRequest request) =>
    [
        .. Counts(documents, request.Field)
            .Where(c => c.Key.StartsWith(request.Prefix ?? "", StringComparison.Ordinal))
            .Select(c => new FacetCount(c.Key, c.Value))
            .OrderByDescending(c => request.InOrder ? 0 : c.Count)
            .ThenBy(c => Convert.ToHexString(Encoding.UTF8.GetBytes(c.Value)), StringComparer.Ordinal),
    ];

    private static void AssertSame(FacetResult expected, FacetResult actual, EngineSearch search)
    {
        Assert.True(
            (expected.Documents, expected.Missing, expected.Distinct) == (actual.Documents, actual.Missing, actual.Distinct),
            $"{search.Query}: {(expected.Documents, expected.Missing, expected.Distinct)} expected, {(actual.Documents, actual.Missing, actual.Distinct)} found");
        Assert.Equal(expected.Values, actual.Values);
        Assert.Equal(expected.Included, actual.Included);
        Assert.Equal(expected.Parts.Select(part => part.Value), actual.Parts.Select(part => part.Value));
        Assert.All(expected.Parts.Zip(actual.Parts), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
    }

    // In two segments.
    private static Corpus Tagged(params string[][] tags) =>
        Corpus.Of([.. tags.Take(2).Select(t => Document(t))], [.. tags.Skip(2).Select(t => Document(t))]);

    private static NaiveDocument Document(string[] tags, params string[] words)
    {
        var document = new NaiveDocument();
        document.SetKeywords(Corpus.Tags, tags);
        document.SetText(Corpus.Body, words);
        return document;
    }

    private static FacetResult Count(Corpus corpus, EngineSearch search) => Assert.Single(corpus.Searcher.Search(search).Facets);
}
