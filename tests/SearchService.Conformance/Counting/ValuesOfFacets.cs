using System.Text;
using SearchService.Analysis;
using SearchService.Conformance.Oracle;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Counting;

/// <summary>The values of one facet, of articles, stories and quotations, are those that counting one by one gives.</summary>
public sealed class ValuesOfFacets(UsNewsArchives archives)
{
    private const int Rounds = 300;

    [Theory, EveryBackend]
    public void Values_that_hold_what_is_typed_are_counted_under_the_query_and_the_other_filters(IBackend backend)
    {
        UsNewsArchive archive = archives.RichOn(backend);
        Random random = Seeds.Random();
        QueryGenerator generator = new(archive.Naive.Articles, random);
        int values = 0, narrowed = 0;
        for (int i = 0; i < Rounds; i++)
        {
            SearchIn place = archive.Index.Capabilities.Quotations && random.Next(3) == 0 ? SearchIn.Quotes : SearchIn.Articles;
            GeneratedSearch search = place == SearchIn.Quotes ? generator.SearchForQuotations(archive.Index) : generator.Search(archive.Index);
            string field = FacetFields.All[random.Next(FacetFields.All.Length)];
            FacetValuesQuery query = new()
            {
                Field = field,
                Root = search.Query.Root,
                In = place,
                Filters = search.Query.Filters,
                Collapse = search.Query.Collapse,
                Contains = random.Next(2) == 0 ? "" : Piece(archive.Naive, field, random),
                Size = random.Next(2) == 0 ? 10_000 : random.Next(8),
            };
            NaiveDocument[] sideways = [.. archive.Naive.Matching(query.Root, query.Filters.Where(filter => filter.Field != field), place)];
            Facet all = new NaiveCounts(query.Collapse).Facet(field, sideways, own: null);
            FacetBucket[] expected = [.. all.Values.Where(bucket => Fold(bucket.Value).Contains(Fold(query.Contains), StringComparison.Ordinal)).OrderByDescending(bucket => bucket.Count).ThenBy(bucket => bucket.Value, StringComparer.Ordinal)];

            FacetValues found = archive.Index.FacetValues(query, TestContext.Current.CancellationToken);
            string about = $"{field} holding '{query.Contains}' in {place}: {search}";
            Assert.True((expected.Length, all.Missing) == (found.Distinct, found.Missing), $"{expected.Length} and {all.Missing} missing expected, {found.Distinct} and {found.Missing} found: {about}");
            Assert.True(expected.Take(query.Size).Select(Told).SequenceEqual(found.Values.Select(Told)), about);
            values += found.Values.Length;
            narrowed += query.Contains.Length > 0 && expected.Length > 0 && expected.Length < all.Values.Length ? 1 : 0;
        }

        Assert.True(values > 3 * Rounds && narrowed > Rounds / 15, $"Only {values} values, {narrowed} narrowed.");
    }

    [Theory, EveryBackend]
    public void Months_and_days_are_told_where_more_than_a_year_is_typed(IBackend backend)
    {
        using SmallArchive archive = new(backend, Dated("1", "2022-01-13"), Dated("2", "2022-01-14"), Dated("3", "2022-01"), Dated("4", "2022"), Dated("5", "2021-12-31"));
        Assert.Equal(["2022:4", "2021:1"], Values(archive, ""));
        Assert.Equal(["2022:4"], Values(archive, "2022"));
        Assert.Equal(["2022-01:3"], Values(archive, "2022-0"));
        Assert.Equal(["2022-01-13:1", "2022-01-14:1"], Values(archive, "2022-01-1"));
        Assert.Empty(Values(archive, "2023"));
    }

    private static Core.Articles.Article Dated(string id, string date) =>
        SmallArchive.Article(id) with { Date = Core.Articles.ArticleDate.TryParse(date, out Core.Articles.ArticleDate parsed) ? parsed : null };

    private static IEnumerable<string> Values(SmallArchive archive, string contains) =>
        archive.Index.FacetValues(new FacetValuesQuery { Field = FacetFields.Date, Contains = contains }, CancellationToken.None).Values.Select(Told);

    private static string Told(FacetBucket bucket) => $"{bucket.Value}:{bucket.Count}";

    /// <summary>Of a value a few letters, in any case and without their accents; of a date nothing finer than a year.</summary>
    private static string Piece(NaiveArchive archive, string field, Random random)
    {
        string[] values = [.. archive.Documents[random.Next(archive.Documents.Length)].Values(field)];
        string value = values.Length == 0 ? "x" : values[random.Next(values.Length)];
        int start = random.Next(value.Length);
        string piece = value.Substring(start, Math.Min(random.Next(1, 5), value.Length - start));
        return random.Next(2) == 0 ? piece.ToUpperInvariant() : Fold(piece);
    }

    private static string Fold(string text) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(text).Folded);
}
