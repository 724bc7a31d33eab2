using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Quotations;

/// <summary>What <c>said:</c> and <c>speaker:</c> find among articles, and what a hit shows of it.</summary>
[Needs(nameof(BackendCapabilities.Quotations))]
public sealed class QuotationsOfArticles
{
    private static readonly Article[] Articles =
    [
        Quoted.Article("leave", "“We will leave,” he said, +“when the work is done.” Others stay. “Nobody stays,” said Orlova.", "Stanislav Zas", "Dana Orlova"),
        Quoted.Article("stay", "The troops leave. “We will stay as long as we must,” said Zas. “They leave now,” said Orlova.", "Stanislav Zas", "Dana Orlova"),
        Quoted.Article("nobody", "“Who will leave?” it says on a wall in Ukraine.", ""),
        SmallArchive.Article("none", "Stanislav Zas will leave Ukraine, and says nothing."),
    ];

    [Theory]
    [EveryBackend("said:leave", "leave nobody stay")]
    [EveryBackend("said:\"we will leave\"", "leave")]
    [EveryBackend("said:\"we will leave when\"", "leave")]
    [EveryBackend("said:\"leave he said\"", "")]
    [EveryBackend("speaker:zas", "leave stay")]
    [EveryBackend("speaker:\"stanislav zas\"", "leave stay")]
    [EveryBackend("said:(leave OR stay) speaker:zas", "leave stay")]
    [EveryBackend("said:leave speaker:zas", "leave")]
    [EveryBackend("said:leave speaker:orlova", "stay")]
    [EveryBackend("said:leave -speaker:orlova", "leave nobody")]
    [EveryBackend("said:leave AND -speaker:orlova AND troops", "")]
    [EveryBackend("said:leave troops", "stay")]
    [EveryBackend("said:leave speaker:zas others", "leave")]
    [EveryBackend("said:leave AND speaker:zas AND troops", "")]
    [EveryBackend("(said:leave AND troops) (speaker:zas AND troops)", "stay")]
    [EveryBackend("said:(we NEAR/1 leave)", "leave")]
    [EveryBackend("said:leav*", "leave nobody stay")]
    [EveryBackend("said:st?y", "stay")]
    [EveryBackend("-said:leave", "none")]
    [EveryBackend("ukraine -said:leave", "none")]
    [EveryBackend("-speaker:*", "nobody none")]
    [EveryBackend("_missing:speaker", "nobody none")]
    [EveryBackend("said:leave AND speaker:*", "leave stay")]
    [EveryBackend("said:leave AND -speaker:*", "nobody")]
    [EveryBackend("said:*", "leave nobody stay")]
    [EveryBackend("said:must OR ukraine", "nobody none stay")]
    public void Finds_articles_of_which_one_quotation_has_all_that_is_asked_of_it(IBackend backend, string query, string expected)
    {
        using SmallArchive archive = new(backend, Articles);
        Assert.Equal(expected, archive.Ids(query));
    }

    [Theory, EveryBackend]
    public void A_hit_carries_the_quotations_that_were_found_with_their_marks(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        SearchHit hit = Hit(archive, "said:(leave work)", "leave");
        HitQuotation quotation = Assert.Single(hit.Quotations);
        Assert.Equal("We will leave, when the work is done.", quotation.Quote.Text);
        Assert.Equal(["leave", "work"], Marked(quotation));
        Assert.Equal("Stanislav Zas", quotation.Quote.Speaker);
    }

    [Theory, EveryBackend]
    public void What_is_marked_in_a_quotation_is_marked_in_the_text_too(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        SearchHit hit = Hit(archive, "said:\"will leave when the\"", "leave");
        Assert.Equal(["will leave, when the"], Marked(Assert.Single(hit.Quotations)));
        Passage passage = Assert.Single(hit.Passages);
        Assert.Equal(["will leave,", "when the"], passage.Highlights.Select(span => passage.Text[span.Start..span.End]));
        Assert.Equal(2, hit.MatchCount);

        hit = Hit(archive, "said:leave", "stay");
        Assert.Equal(["leave"], hit.Passages.SelectMany(each => each.Highlights.Select(span => each.Text[span.Start..span.End])));
        Assert.Equal(hit.Article.Text.LastIndexOf("leave", StringComparison.Ordinal), hit.Passages[0].Offset + hit.Passages[0].Highlights[0].Start);
    }

    [Theory, EveryBackend]
    public void A_speaker_alone_brings_quotations_without_marks_and_shows_where_the_first_one_stands(IBackend backend)
    {
        string before = string.Concat(Enumerable.Repeat("Much is written before anybody speaks. ", 40));
        using SmallArchive archive = new(backend, Quoted.Article("late", before + "“They leave now,” said Orlova. The end.", "Dana Orlova"));
        SearchHit hit = Hit(archive, "speaker:orlova", "late");
        Assert.Empty(Assert.Single(hit.Quotations).Highlights);
        Passage passage = Assert.Single(hit.Passages);
        Assert.StartsWith("“They leave now,” said Orlova.", passage.Text, StringComparison.Ordinal);
        Assert.Empty(passage.Highlights);
        Assert.Equal(0, hit.MatchCount);
    }

    [Theory, EveryBackend]
    public void A_query_of_words_brings_the_quotations_that_hold_what_is_marked(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        SearchHit hit = Hit(archive, "leave", "stay");
        Assert.Equal(2, hit.MatchCount);
        Assert.Equal("They leave now,", Assert.Single(hit.Quotations).Quote.Text);
        Assert.Equal(["leave"], Marked(hit.Quotations[0]));
        Assert.Empty(Hit(archive, "troops", "stay").Quotations);
        Assert.Empty(Hit(archive, "\"leave now said\"", "stay").Quotations);
    }

    [Theory, EveryBackend]
    public void At_most_as_many_quotations_come_as_are_wanted_the_first_ones(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        SearchRequest request = new() { Query = "speaker:(zas OR orlova) id:leave", Quotations = 1 };
        HitQuotation only = Assert.Single(Assert.Single(new ArticleSearch(archive.Index).Search(request, CancellationToken.None).Hits).Quotations);
        Assert.Equal("Stanislav Zas", only.Quote.Speaker);
        Assert.Empty(new ArticleSearch(archive.Index).Search(request with { Quotations = 0 }, CancellationToken.None).Hits[0].Quotations);

        SearchHit unread = new ArticleSearch(archive.Index).Search(request with { Passages = 0 }, CancellationToken.None).Hits[0];
        Assert.Null(unread.MatchCount);
        Assert.Empty(unread.Passages);
        Assert.Equal(only.Id, Assert.Single(unread.Quotations).Id);
        Assert.Empty(new ArticleSearch(archive.Index).Search(request with { Query = "leave id:leave", Passages = 0 }, CancellationToken.None).Hits[0].Quotations);
        Assert.NotEmpty(new ArticleSearch(archive.Index).Search(request with { Query = "leave id:leave" }, CancellationToken.None).Hits[0].Quotations);
    }

    [Theory, EveryBackend]
    public void The_article_with_the_best_quotation_comes_first(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            Quoted.Article("long", "“We may leave or we may stay or we may do something else that nobody has thought of,” he said.", "A"),
            Quoted.Article("short", "Nothing to see here, and a lot of words that nobody needs to read. “We leave,” he said.", "A"),
            Quoted.Article("other", "“Nothing,” he said.", "A"));
        Assert.Equal(["short", "long"], archive.Search("said:leave").Hits.Select(hit => hit.Article.Id));
        Assert.True(archive.Search("said:leave").Hits[0].Score > archive.Search("said:leave").Hits[1].Score);
    }

    [Theory, EveryBackend]
    public void Words_of_quotations_are_stemmed_as_their_article_is(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            Quoted.Article("de", "“Die Truppen gehen,” sagte er.", "A") with { Language = "de" },
            Quoted.Article("en", "“The troops are leaving,” he said.", "A") with { Language = "en" });
        Assert.Equal("en", archive.Ids("said:leave"));
        Assert.Equal("de", archive.Ids("said:truppe"));
        Assert.Equal("de en", archive.Ids("said:(truppe OR troop)"));
        Assert.Equal(["Truppen"], Marked(archive.Search("said:truppe").Hits[0].Quotations[0]));
    }

    [Theory, EveryBackend]
    public void A_misspelt_word_of_a_quotation_is_corrected(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        Assert.Equal("said:leave -speaker:orlova", archive.Search("said:leeve -speaker:orlova").DidYouMean?.Text);
        Assert.Null(archive.Search("said:trooops").DidYouMean); // the text has it, but nobody says it
    }

    [Theory, EveryBackend]
    public void Stories_are_found_by_quotations_too_each_by_its_best(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            Quoted.Article("first", "“We leave a place that nobody has heard of,” he said.", "A"),
            Quoted.Article("second", "“We leave,” he said.", "A") with { Story = "first" },
            Quoted.Article("other", "“Leave it, leave it all,” he said.", "A"));
        SearchResponse response = new ArticleSearch(archive.Index).Search(
            new SearchRequest { Query = "said:leave", Collapse = Collapse.Story, Facets = [FacetFields.Speaker] }, CancellationToken.None);
        Assert.Equal((3, 2), (response.Total, response.Stories));
        Assert.Equal(["second", "other"], response.Hits.Select(hit => hit.Article.Id).OrderByDescending(id => id == "second"));
        Assert.Equal(2, response.Facets[0].Values[0].Count);
    }

    [Theory, EveryBackend]
    public void Marks_on_the_edge_of_a_part_are_of_the_quotation_and_those_across_it_are_not(IBackend backend)
    {
        using SmallArchive archive = new(backend, Quoted.Article("1", "we “we” x +“we we” we “go”", "A", "B"));
        HitQuotation quotation = Assert.Single(Hit(archive, "we", "1").Quotations);
        Assert.Equal([(0, 2), (3, 5), (6, 8)], quotation.Highlights.Select(span => (span.Start, span.End)));
        Assert.Equal("we we we", quotation.Quote.Text);
        Assert.Equal(3, Hit(archive, "we", "1").MatchCount - 2);
    }

    [Theory, EveryBackend]
    public void Speakers_of_an_article_are_counted_each_once_and_filter_it(IBackend backend)
    {
        using SmallArchive archive = new(backend, [
            .. Articles, Quoted.Article("twice", "“One,” said Zas. “Two,” said Zas.", "Stanislav Zas", "Stanislav Zas"),
        ]);
        Facet speakers = archive.Search("").Facets.Single(facet => facet.Field == FacetFields.Speaker);
        Assert.Equal([("Stanislav Zas", 3), ("Dana Orlova", 2)], speakers.Values.Select(bucket => (bucket.Value, bucket.Count)));
        Assert.Equal(2, speakers.Missing);
        Assert.Equal("leave stay", archive.Ids("", new FacetFilter(FacetFields.Speaker, ["Dana Orlova"], [])));
        Assert.Equal("nobody none", archive.Ids("", new FacetFilter(FacetFields.Speaker, [FacetFields.Missing], [])));
        Assert.Equal("twice", archive.Ids("", new FacetFilter(FacetFields.Speaker, ["Stanislav Zas"], []), new FacetFilter(FacetFields.Source, [], ["Gull"])).Split(' ')[^1]);
    }

    private static SearchHit Hit(SmallArchive archive, string query, string id) => archive.Search(query).Hits.Single(hit => hit.Article.Id == id);

    private static IEnumerable<string> Marked(HitQuotation quotation) => quotation.Highlights.Select(span => quotation.Quote.Text[span.Start..span.End]);
}
