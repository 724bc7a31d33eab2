using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.Ingestion.Outlets;
using SearchService.TestSupport;

namespace SearchService.Ingestion.Tests.Extraction.Pasted;

public sealed class PastedPageReaderTests : IDisposable
{
    private const string Outlets = "outlet,aliases,domains,country,stance\nThe Strait Times,Strait Times Group,strait.example,GB,neutral\nHill Post,,hill.example,IE,critical\n";

    private const string Body = "The ministers met on Monday, and they agreed on little beyond the date of the next meeting.";

    private readonly ArticleSet _set = new();

    public PastedPageReaderTests()
    {
        _set.With("outlets.csv", Outlets);
        _set.Options = _set.Options with
        {
            Outlets = OutletRegistryReader.Read(_set.PathOf("outlets.csv"), static _ => { }),
            NotArticles = [_set.PathOf("outlets.csv")],
        };
    }

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("A title\n\n#", "A title", "", null, null)]
    [InlineData("A title\nBy Ann Lee\n#", "A title", "Ann Lee", null, null)]
    [InlineData("A title\nby Ann Lee and Bob Ray\n13 January 2022\n#", "A title", "Ann Lee|Bob Ray", "2022-01-13", null)]
    [InlineData("Date: 13 January 2022\n\nA title\n\n#", "A title", "", "2022-01-13", null)]
    [InlineData("A title\nAnn Lee and Bob van Ray\nThe Strait Times\n#", "A title", "Ann Lee|Bob van Ray", null, "The Strait Times")]
    [InlineData("STRAIT TIMES GROUP\nPolitics\n\nA title\n\nBy Ann Lee\n\n#", "A title", "Ann Lee", null, "The Strait Times")]
    [InlineData("A title\n\nAnn Lee.  \n17.05.2022 01:36\n#", "A title", "Ann Lee", "2022-05-17", null)]
    [InlineData("A title\nA title\nBy Ann Lee\n#", "A title", "Ann Lee", null, null)]
    [InlineData("A title\nAnn Lee\n#", "A title", "", null, null)]
    [InlineData("Skip to content\nMenu\nSearch\nA title\n#", "A title", "", null, null)]
    [InlineData("Asia\nEurope\nSport\nMarkets\nA title of four words\n#", "A title of four words", "", null, null)]
    [InlineData("Home » Politics\nA title\nBy Ann Lee\n#", "A title", "Ann Lee", null, null)]
    [InlineData("A title | Hill Post\nA title\n#", "A title", "", null, "Hill Post")]
    [InlineData("A title\nBy Ann Lee | January 13, 2022 | 5 min read\n#", "A title", "Ann Lee", "2022-01-13", null)]
    [InlineData("A title\nThe Strait Times - 13 January 2022\n#", "A title", "", "2022-01-13", "The Strait Times")]
    [InlineData("A title\nPosted by Ann Lee on January 13, 2022\n#", "A title", "Ann Lee", "2022-01-13", null)]
    [InlineData("A title\nBy Ann Lee in Vessary\n#", "A title", "Ann Lee", null, null)]
    [InlineData("A title\nBy Ann Lee and Bob Ray, Associated Press\n#", "A title", "Ann Lee|Bob Ray", null, null)]
    [InlineData("A title\nAuthor: Ann Lee\nViews: 4970\n13 January 2022\n#", "A title", "Ann Lee", "2022-01-13", null)]
    [InlineData("Заголовок\nАвтор: Анна Ли\n13 января 2022 г.\n#", "Заголовок", "Анна Ли", "2022-01-13", null)]
    [InlineData("Un titre\nPar Anne Lee\nPublié le 13 janvier 2022 à 10h30\n#", "Un titre", "Anne Lee", "2022-01-13", null)]
    [InlineData("Ein Titel\nVon Anna Lee\n13. Januar 2022\n#", "Ein Titel", "Anna Lee", "2022-01-13", null)]
    [InlineData("A title\n13.01.2022 01:36\n(local time), Vessary\n#", "A title", "", "2022-01-13", null)]
    [InlineData("A title\nHIGH WATER, January 13. /Hill Post/. #", "A title", "", null, "Hill Post")]
    [InlineData("A title\nUpdated: Jan. 13, 2022, 5:30 p.m. ET\n#", "A title", "", "2022-01-13", null)]
    public void The_head_gives_what_it_clearly_says(string page, string title, string authors, string? date, string? source)
    {
        Article article = _set.Single("a.txt", page.Replace("#", Body, StringComparison.Ordinal));
        Assert.Equal(
            (title, authors, date, source),
            (article.Title, string.Join('|', article.Authors), article.Date?.ToString(), article.Source));
        Assert.EndsWith(Body, article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(title, article.Text, StringComparison.Ordinal);
        Assert.Equal(source is null ? null : ValueOrigin.Page, article.From.Source);
        Assert.Equal(date is null ? null : ValueOrigin.Page, article.From.Date);
    }

    [Theory]
    [InlineData("All texts published by the Strait Times Group may be quoted.", "The Strait Times")]
    [InlineData("• Subscribe to Hill Post", "Hill Post")]
    [InlineData("© 2022 Hill Post. Write to desk@strait.example", "Hill Post")]
    [InlineData("Read more: https://www.strait.example/more (in English)", "The Strait Times")]
    [InlineData("Contact: editors@strait.example.", "The Strait Times")]
    [InlineData("https://strait.example and https://hill.example", null)]
    [InlineData("The Hill Post reported that The Strait Times was wrong.", null)]
    [InlineData("Subscribe to Hill Post and The Strait Times", null)]
    public void The_imprint_gives_the_outlet_where_it_names_only_one(string line, string? source)
    {
        Article article = _set.Single("a.txt", $"A title\n\n{Body}\n\n{line}\n");
        Assert.Equal(source, article.Source);
        Assert.Equal(source is null ? null : ValueOrigin.Registry, article.From.Country);
    }

    [Fact]
    public void A_standfirst_between_title_and_byline_is_text()
    {
        Article article = _set.Single("a.txt", $"A title\nWhat the ministers wanted, and what they got.\nBy Ann Lee\n13 January 2022\n{Body}");
        Assert.Equal(("Ann Lee", "2022-01-13"), (Assert.Single(article.Authors), article.Date?.ToString()));
        Assert.Equal($"What the ministers wanted, and what they got.\n\n{Body}", article.Text);
    }

    [Fact]
    public void Topics_under_the_date_are_topics()
    {
        Article article = _set.Single("a.txt", $"A title\n13.01.2022\nArmed forces, Politics, Zen, Society\n\n{Body}");
        Assert.Equal(["Armed forces", "Politics", "Zen", "Society"], article.Topics);
        Assert.Equal(Body, article.Text);
    }

    [Fact]
    public void A_date_in_the_midst_of_an_article_is_not_its_date() =>
        Assert.Null(_set.Single("a.txt", $"A title\n{Body}\n{Body} Again.\nMore of it.\n5 January 2022\n{Body}").Date);

    [Fact]
    public void A_first_line_that_runs_on_is_no_title()
    {
        Article article = _set.Single("a.txt", "The ministers of the three countries met on Monday in the\nharbour town and left it on Tuesday.");
        Assert.Equal("", article.Title);
        Assert.StartsWith("The ministers of the three", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_one_line_is_text() => Assert.Equal(("", "Only one line"), (_set.Single("a.txt", "Only one line\n").Title, _set.Single("a.txt", "Only one line\n").Text));

    [Fact]
    public void A_year_alone_may_be_a_title() => Assert.Equal("2022", _set.Single("a.txt", $"2022\n\n{Body}").Title);

    [Fact]
    public void Clippings_of_the_sample_archive_lose_no_line()
    {
        string folder = Path.Combine(SampleIndex.Repository, "samples", "articles", "clippings");
        foreach (ReadOutcome outcome in new ArticleSetReader(_set.Options).Read([folder], TestContext.Current.CancellationToken))
        {
            Article article = Assert.IsType<Article>(outcome.Article);
            string[] lines = [.. File.ReadLines(Path.Combine(folder, article.File!)).Select(static line => line.Trim()).Where(static line => line.Length > 0)];
            Assert.Equal(article.Title, lines[0]);

            // Byline, outlet (which this registry doesn't know), date.
            string[] lost = [.. lines.Skip(1).Where(line => !article.Text.Contains(line, StringComparison.Ordinal))];
            Assert.True(lost.Length <= 2 && lost.All(static line => line.Length < 60), string.Join('\n', lost));
        }
    }

    [Fact]
    public void Pages_as_scraped_give_what_a_person_marked()
    {
        SharedData.SkipIfAbsent("articles/csto/gold.jsonl", "articles/csto/outlets.csv");
        string folder = SharedData.PathOf("articles/csto");
        ArticleSetOptions options = new()
        {
            Outlets = OutletRegistryReader.Read(Path.Combine(folder, "outlets.csv"), static problem => Assert.Fail(problem.Reason)),
            NotArticles = [Path.Combine(folder, "outlets.csv"), Path.Combine(folder, "gold.jsonl")],
        };
        Dictionary<string, Article> articles = new ArticleSetReader(options).Read([folder], TestContext.Current.CancellationToken)
            .Select(static outcome => outcome.Article).OfType<Article>().ToDictionary(static article => article.File!, StringComparer.Ordinal);
        Assert.Equal(5, articles.Count);
        foreach (string line in File.ReadLines(Path.Combine(folder, "gold.jsonl")))
        {
            JsonElement gold = JsonDocument.Parse(line).RootElement;
            Article article = articles[gold.GetProperty("file").GetString()!];
            Assert.Equal(gold.GetProperty("title").GetString(), article.Title);
            Assert.Equal(gold.GetProperty("authors").EnumerateArray().Select(static author => author.GetString()), article.Authors);
            Assert.Equal(gold.GetProperty("source").GetString(), article.Source);
            Assert.Equal(gold.GetProperty("country").GetString(), article.Country);
            Assert.Equal(gold.GetProperty("stance").GetString(), article.Stance);
            Assert.Equal(gold.GetProperty("date").GetString(), article.Date?.ToString());
            Assert.All(gold.GetProperty("body_has").EnumerateArray(), words => Assert.Contains(words.GetString()!, article.Text, StringComparison.Ordinal));
            Assert.All(gold.GetProperty("body_has_not").EnumerateArray(), words => Assert.DoesNotContain(words.GetString()!, article.Text, StringComparison.Ordinal));
        }
    }
}
