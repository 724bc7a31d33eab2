using SearchService.Core.Articles;
using SearchService.Ingestion.Outlets;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Outlets;

public sealed class OutletRegistryTests : IDisposable
{
    private const string Csv = """
        outlet,aliases,domains,country,stance,label_source
        The Harbour Gazette,Harbour Gazette|HG,harbour-gazette.example|https://www.gazette.example/,gb,neutral,us
        Nordlicht Zeitung,,nordlicht.example,Germany,critical,us
        Café Crème,,,FR,,
        """;

    private readonly ArticleSet _set = new();
    private readonly List<IngestionProblem> _problems = [];

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("The Harbour Gazette", null, "The Harbour Gazette")]
    [InlineData("the  harbour-gazette", null, "The Harbour Gazette")]
    [InlineData("hg", null, "The Harbour Gazette")]
    [InlineData("CAFE CREME", null, "Café Crème")]
    [InlineData("Cafe\u0301 Cre\u0300me", null, "Café Crème")]
    [InlineData("Unheard Of", "https://m.gazette.example/a", "The Harbour Gazette")]
    [InlineData(null, "http://sport.nordlicht.example/a?b", "Nordlicht Zeitung")]
    [InlineData("HG", "https://nordlicht.example", "The Harbour Gazette")]
    [InlineData("Gazette", "https://xnordlicht.example", null)]
    [InlineData(null, "https://example", null)]
    public void An_outlet_is_found_by_name_alias_or_host(string? source, string? url, string? outlet) =>
        Assert.Equal(outlet, Registry(Csv).Find(source, url)?.Name);

    [Fact]
    public void Countries_may_be_named_and_domains_written_as_addresses()
    {
        OutletRegistry registry = Registry(Csv);
        Assert.Equal(["GB", "DE", "FR"], registry.Outlets.Select(static outlet => outlet.Country));
        Assert.Equal(["harbour-gazette.example", "gazette.example"], registry.Outlets[0].Domains);
        Assert.Empty(_problems);
    }

    [Fact]
    public void What_the_record_says_wins_and_origins_are_kept()
    {
        _set.Options = _set.Options with { Outlets = Registry(Csv) };
        Article bare = _set.Single("a.json", """{"text":"x","url":"https://nordlicht.example/1"}""");
        Assert.Equal(("Nordlicht Zeitung", "DE", "critical"), (bare.Source, bare.Country, bare.Stance));
        Assert.Equal(new ArticleOrigins { Url = ValueOrigin.Record, Source = ValueOrigin.Registry, Country = ValueOrigin.Registry, Stance = ValueOrigin.Registry }, bare.From);

        Article own = _set.Single("a.json", """{"text":"x","source":"hg","country":"IE","stance":"left","date":"2020"}""");
        Assert.Equal(("The Harbour Gazette", "IE", "left"), (own.Source, own.Country, own.Stance));
        Assert.Equal(new ArticleOrigins { Source = ValueOrigin.Record, Country = ValueOrigin.Record, Stance = ValueOrigin.Record, Date = ValueOrigin.Record }, own.From);

        Article partly = _set.Single("a.json", """{"text":"x","source":"Nordlicht Online","url":"https://nordlicht.example/1"}""");
        Assert.Equal(("Nordlicht Online", "DE"), (partly.Source, partly.Country));
        Assert.Equal((ValueOrigin.Record, ValueOrigin.Registry), (partly.From.Source, partly.From.Country));
    }

    [Fact]
    public void Unknown_outlets_are_counted_and_no_problem()
    {
        _set.Options = _set.Options with { Outlets = Registry(Csv) };
        _set.With("a.jsonl", """{"text":"x","source":"HG"}""" + "\n" + """{"text":"y","source":"Somebody Else"}""" + "\n" + """{"text":"z"}""");
        IngestionReport report = new();
        _set.Read().ForEach(report.Add);
        Assert.Equal(1, report.OutletsUnknown);
        Assert.Empty(report.Groups);
    }

    [Fact]
    public void Bad_lines_are_reported_with_their_numbers_and_the_rest_used()
    {
        OutletRegistry registry = Registry("outlet,domains,country\nA,a.example,Atlantis\n,,GB\nB,not a domain,GB\nC,a.example,GB\na,,GB\n,only.example,GB\n");
        Assert.Equal(
            [(ProblemCodes.CountryUnknown, 2L), (ProblemCodes.OutletNameless, 3L), (ProblemCodes.UrlNotUnderstood, 4L), (ProblemCodes.OutletConflict, 5L), (ProblemCodes.OutletConflict, 6L)],
            _problems.Select(static problem => (problem.Code, problem.Place.Line)));
        Assert.Equal("A", registry.ByHost("a.example")?.Name);
        Assert.Equal("only.example", registry.ByHost("only.example")?.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("country,stance\nGB,left\n")]
    public void What_is_no_registry_is_refused_with_a_reason(string csv)
    {
        FormatException error = Assert.Throws<FormatException>(() => Registry(csv));
        Assert.Contains("outlets.csv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_that_ships_is_a_registry()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "outlets.csv");
        Assert.NotEmpty(OutletRegistryReader.Read(path, _problems.Add).Outlets);
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("outlets/outlets.csv", 8000)]
    [InlineData("outlets/outlets_allsides2019.csv", 400)]
    [InlineData("articles/csto/outlets.csv", 4)]
    public void Real_registries_are_read(string path, int atLeast)
    {
        SearchService.TestSupport.SharedData.SkipIfAbsent(path);
        Assert.True(OutletRegistryReader.Read(SearchService.TestSupport.SharedData.PathOf(path), _problems.Add).Count >= atLeast);
        Assert.DoesNotContain(_problems, static problem => problem.Effect == ProblemEffect.RecordRejected);
    }

    private OutletRegistry Registry(string csv)
    {
        _set.With("outlets.csv", csv);
        OutletRegistry registry = OutletRegistryReader.Read(_set.PathOf("outlets.csv"), _problems.Add);
        File.Delete(_set.PathOf("outlets.csv"));
        return registry;
    }
}
