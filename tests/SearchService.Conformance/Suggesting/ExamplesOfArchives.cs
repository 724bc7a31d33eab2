using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Core.Searching.Examples;
using SearchService.TestSupport;

namespace SearchService.Conformance.Suggesting;

/// <summary>Searches that show what is in an archive, made from it.</summary>
public sealed class ExamplesOfArchives(UsNewsArchives archives)
{
    private static readonly Article[] Articles =
    [
        Quoted.Article("a", "“We will leave when the harbour is finished.”", "Stanislav Zas") with { Title = "Wheat convoy waits", Source = "Gull", Date = Day(1, 3) },
        Quoted.Article("b", "“We will leave when the harbour is finished.” “Nobody stays in a finished harbour.”", "Stanislav Zas", "Stanislav Zas") with { Title = "The wheat convoy moves", Source = "Crow", Date = Day(1, 5) },
        Quoted.Article("c", "“Nothing at all.” A wheat convoy.", "a statement") with { Title = "Last cellar, dry", Source = "Gull", Date = Day(2, 1) },
        SmallArchive.Article("d", "A cellar.", "The last cellar") with { Date = Day(2, 2) },
        SmallArchive.Article("e", "Another cellar.", "My last cellar") with { Date = Day(3, 2) },
    ];

    [Theory, EveryBackend]
    public void Examples_are_made_from_what_the_archive_holds(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        Assert.Equal(
            [
                new ExampleSearch(ExampleKind.Quotation, "\"We will leave when the harbour is finished\"", SearchIn.Articles, 2),
                new ExampleSearch(ExampleKind.Speaker, "speaker:\"Stanislav Zas\"", SearchIn.Quotes, 3),
                new ExampleSearch(ExampleKind.Words, "last cellar", SearchIn.Articles, 3),
                new ExampleSearch(ExampleKind.Title, "title:\"wheat convoy\"", SearchIn.Articles, 2),
                new ExampleSearch(ExampleKind.Period, "wheat convoy date:2022-01", SearchIn.Articles, 2),
            ],
            Find(archive.Index));
    }

    [Theory, EveryBackend]
    public void An_archive_with_nothing_to_show_has_no_examples(IBackend backend)
    {
        using SmallArchive empty = new(backend);
        Assert.Empty(Find(empty.Index));
        using SmallArchive bare = new(backend, SmallArchive.Article("1"), SmallArchive.Article("2", "words", "!!"));
        Assert.Empty(Find(bare.Index));
    }

    [Theory, EveryBackend]
    public void Each_example_of_real_news_finds_just_what_is_said_of_it(IBackend backend)
    {
        UsNewsArchive news = archives.On(backend);
        ImmutableArray<ExampleSearch> examples = Find(news.Index);
        Assert.True(examples.Length >= 3, string.Join(" | ", examples));
        Assert.All(examples, example =>
        {
            SearchRequest request = new() { Query = example.Query, Strict = true };
            Assert.Equal(example.Count, example.In == SearchIn.Quotes
                ? news.Search.SearchQuotations(request, CancellationToken.None).Total
                : news.Search.Search(request, CancellationToken.None).Total);
            Assert.NotEqual(0, example.Count);
        });
        Assert.Equal(examples, Find(news.Index));
    }

    private static ArticleDate Day(int month, int day) => ArticleDate.OfDay(new DateOnly(2022, month, day));

    private static ImmutableArray<ExampleSearch> Find(Core.Indexes.IArticleIndex index) => new ExampleSearches(index, new ArticleSearch(index)).Find(CancellationToken.None);
}
