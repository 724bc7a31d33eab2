using SearchService.Ingestion.Outlets;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Outlets;

public sealed class UnknownOutletsTests : IDisposable
{
    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Outlets_stand_in_the_order_of_their_articles_with_the_hosts_seen()
    {
        UnknownOutlets unknown = new();
        unknown.Add("Hill Post", "https://www.hill.example/1");
        unknown.Add("Quay Mail", null);
        unknown.Add("hill-post", "https://edition.hill.example:8080/2");
        unknown.Add("Hill Post", "https://hillpost.example/3");
        unknown.Add(null, "https://m.uk.hill.example/4");
        unknown.Add(null, "https://tides.example/5");
        unknown.Add(null, null);
        Assert.Equal(
            ["4 Hill Post,,hill.example|hillpost.example,,,", "1 Quay Mail,,,,,", "1 tides.example,,tides.example,,,"],
            unknown.List().Select(static outlet => $"{outlet.Articles} {outlet.ToLine()}"));
        Assert.Equal((7, 1), (unknown.Articles, unknown.Unlisted));
    }

    [Fact]
    public void A_longer_name_on_the_same_host_is_an_alias_and_another_name_is_another_outlet()
    {
        UnknownOutlets unknown = new();
        for (int i = 0; i < 3; i++)
        {
            unknown.Add("Hill Post", "hill.example");
        }

        unknown.Add("Hill Post Online", "hill.example");
        unknown.Add("Hill Post | Coast", "hill.example");
        unknown.Add("Quay Mail", "hill.example");
        unknown.Add("Hill Post Abroad", "abroad.example");
        Assert.Equal(
            ["Hill Post,Hill Post Online,hill.example,,,", "Hill Post Abroad,,abroad.example,,,", "Hill Post | Coast,,,,,", "Quay Mail,,,,,"],
            unknown.List().Select(static outlet => outlet.ToLine()));
    }

    [Fact]
    public void A_host_is_of_the_outlet_that_has_most_articles_on_it_and_strays_count_for_nothing()
    {
        UnknownOutlets unknown = new();
        for (int i = 0; i < 50; i++)
        {
            unknown.Add("Hill Post", "hill.example");
        }

        unknown.Add("Hill Post", "quay.example");
        unknown.Add("Hill Post", "elsewhere.example");
        unknown.Add("Quay Mail", "quay.example");
        unknown.Add("Quay Mail", "quay.example");
        Assert.Equal(["Hill Post,,hill.example,,,", "Quay Mail,,quay.example,,,"], unknown.List().Select(static outlet => outlet.ToLine()));
    }

    [Fact]
    public void Beyond_the_limit_articles_are_only_counted()
    {
        UnknownOutlets unknown = new();
        for (int i = 0; i < UnknownOutlets.MostOutlets + 10; i++)
        {
            unknown.Add($"Outlet {i}", null);
        }

        unknown.Add("Outlet 0", null);
        Assert.Equal((UnknownOutlets.MostOutlets, 10), (unknown.List().Count, unknown.Unlisted));
        Assert.Equal(("Outlet 0", 2), (unknown.List()[0].Name, unknown.List()[0].Articles));
    }

    [Fact]
    public void Lines_put_into_the_registry_make_their_outlets_known()
    {
        string[] names = ["Hill Post", "Hill Post, Evening", "The \"Quay\"", "Листок; утро", "Left|Right", "#tides", "Hill Post Online", "東京の海", "O’Hara’s"];
        string articles = string.Join('\n', names.Select((name, index) => System.Text.Json.JsonSerializer.Serialize(new { text = $"Text {index}", source = name, url = $"https://www.site{index % 4}.example/{index}" })))
            + "\n" + """{"text":"nameless","url":"https://amp.nameless.example:8443/1"}""" + "\n" + """{"text":"of a known host","url":"https://m.site1.example/9"}""";
        _set.With("a.jsonl", articles);
        _set.Options = _set.Options with { Outlets = Registry("outlet,domains\nAnother,another.example\n") };
        IngestionReport before = new();
        _set.Read("a.jsonl").ForEach(before.Add);
        Assert.Equal(names.Length + 2, before.OutletsUnknown);

        string lines = string.Join('\n', before.UnknownOutlets.List().Select(static outlet => outlet.ToLine()));
        List<IngestionProblem> problems = [];
        OutletRegistry registry = OutletRegistryReader.Read(_set.With("outlets.csv", $"{UnknownOutlet.Header}\n{lines}\n").PathOf("outlets.csv"), problems.Add);
        Assert.Empty(problems);
        _set.Options = _set.Options with { Outlets = registry };
        IngestionReport after = new();
        _set.Read("a.jsonl").ForEach(after.Add);
        Assert.Equal(0, after.OutletsUnknown);
        Assert.Equal(["Another"], registry.Outlets.Select(static outlet => outlet.Name).Append("Another").Except(names.Append("nameless.example")));
    }

    private OutletRegistry Registry(string csv) => OutletRegistryReader.Read(_set.With("first.csv", csv).PathOf("first.csv"), static _ => { });
}
