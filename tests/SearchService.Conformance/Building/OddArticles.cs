using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Building;

/// <summary>What hardly any article is, an archive takes, finds and gives back all the same.</summary>
public sealed class OddArticles
{
    [Theory, EveryBackend]
    public void An_archive_of_nothing_answers_everything_with_nothing(IBackend backend)
    {
        using SmallArchive archive = new(backend);
        IArticleIndex index = archive.Index;
        Assert.Equal(0, index.State.Articles);
        SearchResponse all = archive.Search(""), none = archive.Search("word \"a phrase\"~2 wor* w?rd wrod~ /w.+/ (a NEAR b) source:x date:2022 _missing:author -x");
        Assert.All([all, none], response => Assert.Equal((0, 0), (response.Total, response.Hits.Length)));
        Assert.All(all.Facets, facet => Assert.True(facet is { Distinct: 0, Missing: 0, Values.IsEmpty: true }));
        Assert.Empty(all.Histogram!.Buckets);
        Assert.Equal(0, index.FacetValues(new FacetValuesQuery { Field = FacetFields.Source }, CancellationToken.None).Distinct);
        Assert.False(index.TryGet("1", out _, out _));
        Assert.Null(index.Mark(new MarkQuery { Id = "1" }, CancellationToken.None));
        IndexDescription description = index.Describe();
        Assert.Equal((null, null), (description.Earliest, description.Latest));
        Assert.Empty(index.NameVariants("tokayev", CancellationToken.None));
        Assert.Empty(index.SpeakerVariants("Ann Lee", CancellationToken.None));
        index.Prepare();
        if (index.Capabilities.Suggestions)
        {
            Assert.Empty(new ArticleSearch(index).Suggest(new SuggestRequest { Query = "wor", Size = 5 }, CancellationToken.None).Completions);
        }
    }

    [Theory, EveryBackend]
    public void An_article_with_nothing_but_an_id_is_found_by_it_and_by_what_it_lacks(IBackend backend)
    {
        using SmallArchive archive = new(backend, SmallArchive.Article("bare"), SmallArchive.Article("full", "text", "title") with { Source = "Gull", Authors = ["Ann"], Date = ArticleDate.OfYear(2022) });
        Assert.Equal("bare full", archive.Ids(""));
        Assert.All(["id:bare", "_missing:title", "_missing:text", "_missing:source", "_missing:author", "_missing:date", "-text"], query => Assert.Equal("bare", archive.Ids(query)));
        SearchHit hit = Assert.Single(archive.Search("id:bare").Hits);
        Assert.Equal((0, 0), (hit.MatchCount, hit.Passages.Sum(passage => passage.Text.Length)));
        Assert.Equivalent(new Article { Id = "bare" }, hit.Article, strict: true);
    }

    [Theory, EveryBackend]
    public void An_id_that_is_empty_is_one_and_other_empty_values_are_none(IBackend backend)
    {
        using SmallArchive archive = new(
            backend, SmallArchive.Article("", "word"), SmallArchive.Article("odd", "word") with { Authors = [""], Topics = [""], Source = "", Country = "", Story = "" });
        Assert.Equal([ArticleOutcome.Added, ArticleOutcome.Added], archive.Outcomes);
        SearchResponse response = archive.Search("word");
        Assert.Equal(["", "odd"], response.Hits.Select(hit => hit.Article.Id).Order(StringComparer.Ordinal));
        Assert.All(response.Facets, facet => Assert.Equal((0, 2), (facet.Distinct, facet.Missing)));
        Assert.True(archive.Index.TryGet("", out Article? article, out _));
        Assert.Equal("word", article!.Text);
        Assert.Equal([ArticleOutcome.Unchanged], archive.Build([SmallArchive.Article("", "word")], out _));
    }

    [Theory, EveryBackend]
    public void An_article_with_a_value_that_is_too_long_is_refused_and_leaves_nothing_of_itself(IBackend backend)
    {
        using TemporaryFolder folder = new();
        string tooLong = string.Concat(Enumerable.Repeat("ä", 20_000)), longest = tooLong[..16_000];
        Article odd = Quoted.Article("odd", "“They came,” said Ann Lee.", "Ann Lee");
        Article[] refused = [odd with { Id = tooLong }, odd with { Story = tooLong }, odd with { Source = tooLong }, odd with { Topics = ["x", tooLong] }, Quoted.Article("odd", odd.Text, tooLong)];
        using IArticleIndexWriter writer = backend.OpenWriter(folder["archive"]);
        writer.Add(Quoted.Article("before", "“We came,” said Bo Day.", "Bo Day"));
        Assert.All(refused, article => Assert.Throws<ArgumentException>(() => writer.Add(article)));
        Assert.Equal(ArticleOutcome.Added, writer.Add(Quoted.Article("odd", "“You came,” said Cy Fox.", "Cy Fox") with { Source = longest }));
        CommitResult commit = writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));

        using IArticleIndex index = backend.OpenIndex(folder["archive"]);
        Assert.Equal((2, commit.State), (index.State.Articles, index.State));
        ArticleSearch search = new(index);
        Assert.Equal([longest], search.Search(new SearchRequest { Query = "came source:*", Facets = [FacetFields.Source] }, CancellationToken.None).Facets[0].Values.Select(bucket => bucket.Value));
        if (index.Capabilities.Quotations)
        {
            QuotationResponse said = search.SearchQuotations(new SearchRequest { Query = "came" }, CancellationToken.None);
            Assert.Equal(["before Bo Day", "odd Cy Fox"], said.Hits.Select(hit => $"{hit.Article.Id} {hit.Quote.Speaker}").Order(StringComparer.Ordinal));
        }

        Assert.Empty(backend.Check(folder["archive"], CancellationToken.None).Findings);
    }

    [Theory, EveryBackend]
    public void A_very_long_word_is_found_whole_by_its_beginning_and_in_a_phrase(IBackend backend)
    {
        string word = string.Concat(Enumerable.Repeat("abcdefghij", 2_000));
        using SmallArchive archive = new(backend, SmallArchive.Article("long", $"before {word} after"), SmallArchive.Article("other", $"before {word}k after"), SmallArchive.Article("short", "before abcdefghij after"));
        Assert.Equal("long other", archive.Ids($"{word[..200]}*"));
        Assert.Equal("long other short", archive.Ids("abcdef*"));
        Assert.Equal("long other short", archive.Ids("before NEAR/1 after"));
        Assert.Equal("short", archive.Ids("\"before abcdefghij after\""));
        Assert.True(archive.Index.TryGet("long", out Article? article, out _));
        Assert.Equal($"before {word} after", article!.Text);
    }

    [Theory, EveryBackend]
    public void Half_a_character_stands_in_nobodys_way(IBackend backend)
    {
        using SmallArchive archive = new(
            backend, SmallArchive.Article("one", "before \ud83d after \udc00\ud83d", "a \ud83d title") with { Source = "Gull \ud83d", Authors = ["\udc00"] }, SmallArchive.Article("two", "before 😀 after"));
        Assert.Equal("one two", archive.Ids("before after"));
        Assert.Equal("one", archive.Ids("title:title"));
        Assert.Equal(["Gull"], archive.Search("source:gull").Hits.Select(hit => hit.Article.Source![..4]));
        Assert.Equal("", archive.Ids("\ud83d nowhere"));
        foreach (string query in new[] { "\ud83d*", "\"before \ud83d\"", "source:\udc00", "?\ud83d", "/[\ud83d]/", "\ud83d~1", "title:[\ud83d TO *]" })
        {
            Assert.True(archive.Search(query).Total <= 2);
        }
    }

    [Theory, EveryBackend]
    public void A_text_of_a_hundred_thousand_characters_is_searched_to_its_end(IBackend backend)
    {
        string text = string.Join(' ', Enumerable.Range(0, 17_000).Select(number => $"w{number}")) + " the very end";
        Assert.True(text.Length > 100_000);
        using SmallArchive archive = new(backend, SmallArchive.Article("long", text), SmallArchive.Article("short", "the end"));
        Assert.Equal("long", archive.Ids("\"w16999 the very end\""));
        Assert.Equal("long", archive.Ids("w0 ONEAR/10000 w10001"));
        Assert.Equal("", archive.Ids("w0 ONEAR/9999 w10001"));
        MarkedArticle marked = archive.Index.Mark(new MarkQuery { Id = "long", Root = Core.Queries.QueryParser.Parse("end OR w0").Root }, CancellationToken.None)!;
        Assert.Equal([new TextSpan(0, 2), new TextSpan(text.Length - 3, text.Length)], marked.Highlights);
    }

    [Theory, EveryBackend]
    public void Thousands_of_labels_are_counted_each(IBackend backend)
    {
        Article[] articles = [.. Enumerable.Range(0, 40).Select(number => SmallArchive.Article($"{number}", "word") with
        {
            Authors = [.. Enumerable.Range(0, 100).Select(author => $"Author {(number * 50) + author:D4}")],
            Source = $"Source {number}",
        })];
        using SmallArchive archive = new(backend, [.. articles, SmallArchive.Article("many", "word") with { Topics = [.. Enumerable.Range(0, 3_000).Select(topic => $"topic {topic:D4}"), "topic 0001"] }]);
        SearchRequest request = new() { Query = "word", Facets = [FacetFields.Author, FacetFields.Topic], FacetSize = 10_000, Size = 0 };
        SearchResponse response = new ArticleSearch(archive.Index).Search(request, CancellationToken.None);
        Assert.Equal([(2_050, 1), (3_000, 40)], response.Facets.Select(facet => (facet.Distinct, (int)facet.Missing)));
        Assert.Equal(4_000, response.Facets[0].Values.Sum(bucket => bucket.Count));
        Assert.All(response.Facets[1].Values, bucket => Assert.Equal(1, bucket.Count));
        Assert.Equal(2, archive.Search("", new FacetFilter(FacetFields.Author, ["Author 0075"], [])).Total);
    }

    [Theory, EveryBackend]
    public void Ids_are_told_apart_to_the_last_letter(IBackend backend)
    {
        string[] ids = ["a", "A", "a ", "ä", "a\u0308", "a/b?c=d&e", "😀", new string('x', 1_000), new string('x', 1_000) + "y"];
        using SmallArchive archive = new(backend, [.. ids.Select(id => SmallArchive.Article(id, "word"))]);
        Assert.All(archive.Outcomes, outcome => Assert.Equal(ArticleOutcome.Added, outcome));
        foreach (string id in ids)
        {
            Assert.True(archive.Index.TryGet(id, out Article? article, out _));
            Assert.Equal(id, article!.Id);
        }

        Assert.Equal(ids.Length, archive.Search("word").Total);
    }
}
