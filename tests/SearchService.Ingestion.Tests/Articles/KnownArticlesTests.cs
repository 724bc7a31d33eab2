using SearchService.Ingestion.Reporting;
using SearchService.Ingestion.Stories;

namespace SearchService.Ingestion.Tests.Articles;

public sealed class KnownArticlesTests : IDisposable
{
    private const string Text = "It is said that the river rose by two metres in the night, and that nobody in the old town had seen as much since the bridge was built; the mayor spoke of luck.";

    private readonly ArticleSet _set = new();

    [Fact]
    public void Records_of_one_address_are_one_article_however_the_address_is_written()
    {
        _set.With("a.jsonl", Record("https://www.hill.example/a/", "First") + Record("http://m.hill.example/a?utm_source=x#top", "Second"));
        Assert.Equal("First", Assert.Single(_set.Articles()).Title);
        Assert.Equal(ProblemCodes.DuplicateId, Assert.Single(_set.Problems()).Code);
    }

    [Fact]
    public void A_record_without_an_id_of_its_own_is_the_article_of_its_address()
    {
        _set.With("a.jsonl", Record("https://hill.example/a", "First", "own") + Record("https://www.hill.example/a", "Second"));
        Assert.Equal("own", Assert.Single(_set.Articles()).Id);
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal((ProblemCodes.DuplicateUrl, ProblemEffect.RecordRejected), (problem.Code, problem.Effect));
        Assert.Contains("a.jsonl:1", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_records_of_one_address_with_ids_of_their_own_both_stay_and_it_is_noted()
    {
        _set.With("a.jsonl", Record("https://hill.example/a", "First", "1") + Record("https://www.hill.example/a", "Second", "2"));
        Assert.Equal(["1", "2"], _set.Articles().Select(static article => article.Id));
        Assert.Equal((ProblemCodes.SameUrl, ProblemEffect.Noted), (_set.Problems()[0].Code, _set.Problems()[0].Effect));
    }

    [Fact]
    public void The_address_of_a_whole_site_is_no_articles()
    {
        _set.With("a.jsonl", Record("https://hill.example/", "First", "1") + Record("https://hill.example", "Second", "2"));
        Assert.Equal(2, _set.Articles().Count);
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void The_same_text_at_another_address_is_kept_and_is_the_same_story()
    {
        _set.With("a.jsonl", Record("https://hill.example/a", "First", "1") + Record("https://valley.example/b", "Second", "2") + Record("https://hill.example/c", "Third", "3", "Nothing of it"));
        Assert.Equal(["1", "1", "3"], _set.Articles().Select(static article => article.Story));
        _set.Options = _set.Options with { Stories = null };
        Assert.All(_set.Articles(), static article => Assert.Null(article.Story));
    }

    [Fact]
    public void A_temporary_folder_that_cannot_be_written_ends_reading_with_its_name()
    {
        string folder = _set.PathOf("absent");
        _set.With("a.jsonl", Record("https://hill.example/a", "First"));
        _set.Options = _set.Options with { Stories = new StoryOptions { Folder = folder } };
        Assert.Contains(folder, Assert.ThrowsAny<IOException>(() => _set.Articles()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _set.Dispose();

    private static string Record(string url, string title, string? id = null, string text = Text) =>
        $$"""{ {{(id is null ? "" : $"\"id\": \"{id}\", ")}}"url": "{{url}}", "title": "{{title}}", "text": "{{text}}" }""" + "\n";
}
