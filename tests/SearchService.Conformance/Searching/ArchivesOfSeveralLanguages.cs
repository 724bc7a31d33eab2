using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Searching;

/// <summary>A plain word is looked for in each article as the article's own language stems it.</summary>
public sealed class ArchivesOfSeveralLanguages
{
    private static readonly string[] Languages = ["", "en", "fr", "de", "es", "ru", "it"];

    // Words that are words, or stems of others, in more than one of the languages.
    private static readonly string[] Words =
    [
        "leader", "leaders", "lead", "leading", "news", "new", "former", "form", "wanted", "want", "page", "pages", "important", "importante", "national",
        "nationale", "élection", "elections", "l'élection", "elección", "elecciones", "eleccion", "Wahl", "Wahlen", "Häuser", "Haus", "house", "выборы", "выборов",
        "выбор", "Москва", "Москве", "città", "citta", "NATO", "2022", "café's", "mangée", "mangee", "mangées", "mangé", "abrirán", "abriran", "abrir", "die", "dies", "mars", "war", "main", "mains", "co-operation",
    ];

    [Theory, EveryBackend]
    public void A_word_finds_the_inflections_of_each_language(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            In("en", "english", "The leaders met."), In("fr", "french", "L'élection a lieu."), In("de", "german", "Der Leader spricht."), In("ru", "russian", "Президент говорит о войне."));

        Assert.Equal("english german", archive.Ids("leader"));
        Assert.Equal("french", archive.Ids("élections"));
        Assert.Equal("french", archive.Ids("elections"));
        Assert.Equal("russian", archive.Ids("президента"));
    }

    [Theory, EveryBackend]
    public void Accents_need_not_be_typed_where_the_stem_hangs_on_them(IBackend backend)
    {
        using SmallArchive archive = new(backend, In("fr", "one", "La pomme est mangée."), In("fr", "two", "Il a mangé."), In("es", "three", "Lo abrirán."), In("en", "four", "None."));

        Assert.Equal("one two", archive.Ids("mangée"));
        Assert.Equal("one", archive.Ids("mangee"));
        Assert.Equal(["mangée"], Marks(archive, "mangee"));
        Assert.Equal("three", archive.Ids("abriran"));
    }

    [Theory, EveryBackend]
    public void The_stem_of_one_language_is_no_word_of_another(IBackend backend)
    {
        using SmallArchive archive = new(backend, In("en", "lead", "They lead with new forms."), In("de", "leader", "Der Leader."), In("fr", "news", "Les news."));

        Assert.Equal("leader", archive.Ids("leader"));
        Assert.Equal("news", archive.Ids("news"));
        Assert.Equal("", archive.Ids("former"));
    }

    [Theory, EveryBackend]
    public void An_article_without_a_language_is_read_as_English(IBackend backend)
    {
        using SmallArchive archive = new(backend, In("", "unknown", "The troops leave."), In("it", "italian", "Le truppe."));

        Assert.Equal("unknown", archive.Ids("troop leaving"));
        Assert.Equal("italian", archive.Ids("truppe"));
        Assert.Equal("", archive.Ids("truppa"));
    }

    [Theory, EveryBackend]
    public void What_matched_is_marked_and_nothing_else(IBackend backend)
    {
        using SmallArchive archive = new(backend, In("de", "german", "Der Leader, die Leaderin. Leading."), In("en", "english", "Leaders lead."));

        Assert.Equal(["Leader", "Leaderin"], Marks(archive, "leader language:de"));
        Assert.Equal(["Leaders"], Marks(archive, "leader language:en"));
        Assert.Equal(["Leading"], Marks(archive, "leading language:de"));
        Assert.Equal(["lead"], Marks(archive, "leading language:en"));
    }

    [Theory, EveryBackend]
    public void Words_are_near_each_other_in_the_articles_own_language(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            In("en", "english", "Two elections and the leaders."), In("de", "german", "Zwei Wahlen und der Leader."), In("fr", "french", "Une élection sans leader ici."));

        Assert.Equal("english french", archive.Ids("élections NEAR/3 leader"));
        Assert.Equal("english german", archive.Ids("(wahl OR elections) NEAR/3 leaders -language:fr"));
        Assert.Equal("german", archive.Ids("wahl NEAR/3 leader"));
        Assert.Equal("", archive.Ids("leader ONEAR/5 wahl"));
    }

    [Theory, EveryBackend]
    public void A_word_weighs_the_same_in_each_language(IBackend backend)
    {
        Article[] articles = [.. Enumerable.Range(0, 40).Select(i => In("en", $"e{i:D2}", i == 7 ? "Macron spoke." : i < 20 ? "Macron of France." : "Nobody said it."))];
        using SmallArchive archive = new(backend, [.. articles, In("fr", "f", "Macron parla.")]);

        Dictionary<string, double> scores = archive.Search("macron").Hits.ToDictionary(hit => hit.Article.Id, hit => hit.Score);
        Assert.Equal(21, scores.Count);
        Assert.Equal(scores["e07"], scores["f"]);
        Assert.True(scores["f"] > scores["e00"], "The shorter text ranks higher, whatever its language.");
    }

    [Theory, EveryBackend]
    public void The_language_is_a_facet_and_a_field(IBackend backend)
    {
        using SmallArchive archive = new(backend, In("fr", "a", "x"), In("fr", "b", "x"), In("de", "c", "x"), In("", "d", "x"));

        Facet facet = Assert.Single(archive.Search("x").Facets, facet => facet.Field == FacetFields.Language);
        Assert.Equal(["fr 2", "de 1"], facet.Values.Select(bucket => $"{bucket.Value} {bucket.Count}"));
        Assert.Equal(1, facet.Missing);
        Assert.Equal("a b", archive.Ids("language:fr"));
        Assert.Equal("c d", archive.Ids("-language:fr x"));
        Assert.Equal("d", archive.Ids("_missing:language"));
        Assert.Equal("a b", archive.Ids("", new FacetFilter(FacetFields.Language, ["fr"], [])));
        Assert.Equal("d", archive.Ids("", new FacetFilter(FacetFields.Language, [FacetFields.Missing], [])));
    }

    [Theory, EveryBackend]
    public void Queries_over_a_mixed_archive_are_those_of_a_scan(IBackend backend)
    {
        Random random = Seeds.Random();
        Article[] articles = [.. Enumerable.Range(0, 100).Select(i => In(Languages[random.Next(Languages.Length)], $"a{i:D3}", Sentence(random, random.Next(1, 25)), Sentence(random, random.Next(4))))];
        using SmallArchive archive = new(backend, articles);
        NaiveArchive naive = new(articles);
        int found = 0;
        for (int i = 0; i < 600; i++)
        {
            string query = Query(random);
            SearchResponse response = new ArticleSearch(archive.Index).Search(new SearchRequest { Query = query, Size = 100 }, TestContext.Current.CancellationToken);
            HashSet<string> expected = naive.Search(QueryParser.Parse(response.Query.Read).Root, []);
            Assert.True(expected.SetEquals(response.Hits.Select(hit => hit.Article.Id)), $"{query}: {string.Join(' ', expected.Order())} expected, {string.Join(' ', response.Hits.Select(hit => hit.Article.Id).Order())} found.");
            found += expected.Count > 0 ? 1 : 0;
        }

        Assert.True(found > 300, $"Only {found} queries found anything.");
    }

    private static Article In(string language, string id, string text, string title = "") =>
        new() { Id = id, Text = text, Title = title, Language = language.Length == 0 ? null : language };

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static string Query(Random random)
    {
        string One() => Words[random.Next(Words.Length)];
        return random.Next(8) switch
        {
            0 => $"+{One()} +{One()}",
            1 => $"{One()} OR {One()}",
            2 => $"{One()} -{One()}",
            3 => $"{One()} NEAR/{random.Next(1, 6)} {One()}",
            4 => $"({One()} OR {One()}) ONEAR/4 {One()}",
            5 => $"title:{One()}",
            6 => $"\"{One()} {One()}\"",
            _ => One(),
        };
    }

    private static IEnumerable<string> Marks(SmallArchive archive, string query) =>
        Assert.Single(archive.Search(query).Hits).Passages.SelectMany(passage => passage.Highlights.Select(span => passage.Text[span.Start..span.End]));
}
