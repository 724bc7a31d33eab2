using System.Text;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;
using SearchService.Engine.Tests.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Collect.Facets;

/// <summary>Facets of more values than two bytes can number, over several segments that have some of them in common.</summary>
public sealed class ManyValuesTests
{
    private const int Values = 100_000;

    // Values by rank: some are frequent, so that counts differ; all are there.
    private static int Rank(Random random) => (int)(Values * Math.Pow(random.NextDouble(), 3));

    [Fact]
    public void Facets_of_a_hundred_thousand_values_equal_a_count_of_one_document_at_a_time()
    {
        var random = Seeds.Random();
        Row[] rows = [.. Enumerable.Range(0, Values + 20_000).Select(number => new Row(
            IsCommon: random.Next(10) < 7,
            IsRare: random.Next(100) == 0,
            Label: number < Values ? Name(number) : random.Next(10) == 0 ? null : Name(Rank(random)),
            Labels: number % 3 == 0 ? [] : [.. Enumerable.Range(0, random.Next(5)).Select(_ => Name(Rank(random))).Append(Name(number % Values)).Distinct()]))];
        random.Shuffle(rows);
        // The first alone has more values than two bytes number.
        using var index = new WrittenIndex(rows[..95_000].Select(Document), rows[95_000..95_500].Select(Document), rows[95_500..].Select(Document));

        Assert.Equal(Values, Count(index, new EngineSearch { Facets = [new FacetRequest(WrittenIndex.Label)] }).Distinct);
        foreach (var (query, belongs) in new (Query, Func<Row, bool>)[] { (Query.All, _ => true), (Word("common"), row => row.IsCommon), (Word("rare"), row => row.IsRare) })
        {
            Row[] found = [.. rows.Where(belongs)];
            AssertCounts(index, query, WrittenIndex.Label, [.. found.Select(row => row.Label is null ? Array.Empty<string>() : [row.Label])]);
            AssertCounts(index, query, WrittenIndex.Labels, [.. found.Select(row => row.Labels)]);
        }
    }

    [Fact]
    public void A_facet_of_many_values_is_counted_sideways_too()
    {
        var random = Seeds.Random();
        Row[] rows = [.. Enumerable.Range(0, Values).Select(number => new Row(random.Next(2) == 0, IsRare: false, Name(number), [.. new HashSet<string> { Name(random.Next(Values)), Name(number) }]))];
        using var index = new WrittenIndex(rows[..30_000].Select(Document), rows[30_000..].Select(Document));
        string[] chosen = [.. Enumerable.Range(0, 1_000).Select(_ => Name(random.Next(Values))).Distinct()];
        var search = new EngineSearch
        {
            Query = Word("common"),
            Filters = [new FilterGroup("labels", new KeywordQuery(WrittenIndex.Labels, [.. chosen]))],
            Facets = [new FacetRequest(WrittenIndex.Labels) { OwnGroup = "labels", Size = 100 }, new FacetRequest(WrittenIndex.Label) { Size = 100 }],
        };

        var result = index.Searcher.Search(search);

        HashSet<string> any = [.. chosen];
        Row[] common = [.. rows.Where(row => row.IsCommon)], both = [.. common.Where(row => row.Labels.Any(any.Contains))];
        Assert.Equal(both.Length, result.Total);
        Assert.Equal(MostFrequent(common.SelectMany(row => row.Labels)).Take(100), result.Facets[0].Values);
        Assert.Equal(MostFrequent(both.Select(row => row.Label!)).Take(100), result.Facets[1].Values);
        Assert.Equal(both.Length, result.Facets[1].Distinct);
    }

    private static void AssertCounts(WrittenIndex index, Query query, int field, string[][] values)
    {
        var expected = MostFrequent(values.SelectMany(each => each)).ToList();

        var few = Count(index, new EngineSearch { Query = query, Facets = [new FacetRequest(field) { Size = 20, Included = ["nowhere", Name(0)] }] });
        var all = Count(index, new EngineSearch { Query = query, Facets = [new FacetRequest(field) { Size = 2 * Values }] });

        Assert.Equal((values.Length, values.Count(each => each.Length == 0), expected.Count), ((int)few.Documents, (int)few.Missing, few.Distinct));
        Assert.Equal(expected.Take(20), few.Values);
        Assert.Equal([new FacetCount("nowhere", 0), new FacetCount(Name(0), values.Count(each => each.Contains(Name(0))))], few.Included);
        Assert.Equal(expected, all.Values);
    }

    private static IEnumerable<FacetCount> MostFrequent(IEnumerable<string> values) => values.CountBy(value => value)
        .Select(count => new FacetCount(count.Key, count.Value))
        .OrderByDescending(count => count.Count)
        .ThenBy(count => count.Value, StringComparer.Ordinal);

    private static FacetResult Count(WrittenIndex index, EngineSearch search) => Assert.Single(index.Searcher.Search(search).Facets);

    private static TermQuery Word(string word) => new(WrittenIndex.Text, Analysis.TermForm.Written, Encoding.UTF8.GetBytes(word));

    private static string Name(int number) => $"value {number:x}";

    private static Document Document(Row row)
    {
        var document = new Document();
        document.AddText(WrittenIndex.Text, $"{(row.IsCommon ? "common" : "")} {(row.IsRare ? "rare" : "")}");
        if (row.Label is not null)
        {
            document.AddKeyword(WrittenIndex.Label, row.Label);
        }

        foreach (var label in row.Labels)
        {
            document.AddKeyword(WrittenIndex.Labels, label);
        }

        return document;
    }

    private sealed record Row(bool IsCommon, bool IsRare, string? Label, string[] Labels);
}
