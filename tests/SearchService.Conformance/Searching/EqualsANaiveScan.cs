using System.Text;
using SearchService.Analysis;
using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Searching;

/// <summary>On real articles, what the index answers is what a scan of every article finds.</summary>
public sealed class EqualsANaiveScan(UsNewsArchives archives)
{
    private const int Queries = 300;

    [Theory, EveryBackend]
    public void Totals_ids_and_every_bucket_are_those_of_a_scan(IBackend backend)
    {
        UsNewsArchive archive = archives.On(backend);
        QueryGenerator generator = new(archive.Naive.Articles, Seeds.Random());
        int withMatches = 0;
        for (int i = 0; i < Queries; i++)
        {
            SearchRequest request = generator.Next();
            SearchResponse response = archive.Search.Search(request, TestContext.Current.CancellationToken);
            QueryNode? root = Read(response.Query.Read);
            HashSet<string> expected = archive.Naive.Search(root, request.Filters);

            string about = $"{request.Query} | {string.Join(" ", request.Filters.Select(f => $"{f.Field}+{string.Join(',', f.Included)}-{string.Join(',', f.Excluded)}"))} | {response.Query.Read}";
            Assert.True(expected.Count == response.Total, $"{expected.Count} expected, {response.Total} found: {about}");
            Assert.True(expected.SetEquals(AllIds(archive, request, response)), about);
            foreach (Facet facet in response.Facets)
            {
                (Dictionary<string, long> values, long missing) = archive.Naive.Count(facet.Field, root, request.Filters);
                Assert.True(missing == facet.Missing, $"{facet.Field}: {missing} missing expected, {facet.Missing} found: {about}");
                Assert.True(values.Count == facet.Distinct, $"{facet.Field}: {values.Count} distinct expected, {facet.Distinct} found: {about}");
                foreach (FacetBucket bucket in facet.Values)
                {
                    Assert.True(
                        values.GetValueOrDefault(bucket.Value) == bucket.Count || !DateIsYear(facet.Field, bucket.Value),
                        $"{facet.Field}={bucket.Value}: {values.GetValueOrDefault(bucket.Value)} expected, {bucket.Count} found: {about}");
                }

                Assert.Equal(values.Count, facet.Values.Count(bucket => bucket.Count > 0));
            }

            withMatches += expected.Count > 0 ? 1 : 0;
        }

        Assert.True(withMatches > Queries / 3, $"Only {withMatches} of {Queries} queries found anything: the generator has lost its aim.");
    }

    [Theory, EveryBackend]
    public void What_a_phrase_marks_is_the_phrase(IBackend backend)
    {
        UsNewsArchive archive = archives.On(backend);
        Random random = Seeds.Random();
        for (int i = 0; i < 100; i++)
        {
            Article article = archive.Naive.Articles[random.Next(archive.Naive.Articles.Count)];
            string[] words = article.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
            string phrase = string.Join(' ', words.Skip(random.Next(Math.Max(1, words.Length - 5))).Take(5));
            string[] wanted = Written(phrase);
            if (wanted.Length == 0 || phrase.IndexOfAny(['"', '“', '”', '„', '«', '»', '\\']) >= 0)
            {
                continue;
            }

            SearchRequest request = new() { Query = $"\"{phrase}\" id:{article.Id}", Size = 1 };
            SearchHit hit = Assert.Single(archive.Search.Search(request, TestContext.Current.CancellationToken).Hits);
            Assert.All(hit.Passages, passage => Assert.All(passage.Highlights, span => Assert.True(IsRepeated(wanted, Written(passage.Text[span.Start..span.End])))));
            Assert.All(hit.Passages, passage => Assert.Equal(article.Text.Substring(passage.Offset, passage.Text.Length), passage.Text));
            Assert.Contains(hit.Passages, passage => passage.Highlights.Length > 0);
        }
    }

    [Theory, EveryBackend]
    public void Matching_equals_SQLite_FTS5_where_both_mean_the_same(IBackend backend)
    {
        UsNewsArchive archive = archives.On(backend);
        using SqliteArchive sqlite = new(archive.Naive.Articles);
        QueryGenerator generator = new(archive.Naive.Articles, Seeds.Random());
        int compared = 0;
        for (int i = 0; i < 2 * Queries; i++)
        {
            SearchRequest request = generator.Next() with { Filters = [], Facets = [] };
            SearchResponse response = archive.Search.Search(request, TestContext.Current.CancellationToken);
            if (Read(response.Query.Read) is { } root && SqliteArchive.Translate(root) is { } match)
            {
                Assert.True(sqlite.Search(match).SetEquals(AllIds(archive, request, response)), $"{request.Query} | {match}");
                compared++;
            }
        }

        Assert.True(compared > Queries / 4, $"Only {compared} queries could be compared.");
    }

    private static bool DateIsYear(string field, string value) => field != FacetFields.Date || value.Length == 4;

    /// <summary>The answer says how the query was read: that, parsed again, is what is scanned for.</summary>
    private static QueryNode? Read(string read) => QueryParser.Parse(read).Root;

    /// <summary>Whether the words are the phrase: once, or again and again with ends that overlap, which is one mark.</summary>
    private static bool IsRepeated(string[] phrase, string[] words)
    {
        int covered = 0;
        for (int start = 0; start <= covered && start + phrase.Length <= words.Length; start++)
        {
            covered = words.AsSpan(start, phrase.Length).SequenceEqual(phrase) ? start + phrase.Length : covered;
        }

        return covered == words.Length;
    }

    private static string[] Written(string text)
    {
        List<string> tokens = [];
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset(text);
        while (reader.Next())
        {
            tokens.Add(Encoding.UTF8.GetString(reader.Term(TermForm.Written)));
        }

        return [.. tokens];
    }

    private static List<string> AllIds(UsNewsArchive archive, SearchRequest request, SearchResponse first)
    {
        List<string> ids = [.. first.Hits.Select(hit => hit.Article.Id)];
        for (string? cursor = first.Next; cursor is not null;)
        {
            SearchResponse next = archive.Search.Search(request with { Cursor = cursor }, TestContext.Current.CancellationToken);
            ids.AddRange(next.Hits.Select(hit => hit.Article.Id));
            cursor = next.Next;
        }

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        return ids;
    }
}
