using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Searching;

/// <summary>Why nothing was found: what each part of a query and each filter keeps out.</summary>
public sealed class NothingFoundExplained : IDisposable
{
    private readonly SmallArchives _archives = new(
        Quoted.Article("whale", "A red whale in the sea, “we saw it”.", "Mara Ellingsen") with { Stance = "calm", Country = "NO" },
        Quoted.Article("fish", "Red fish. “We saw nothing”.", "Ivo Brandt") with { Stance = "calm", Country = "NO" },
        Quoted.Article("fins", "Blue fish have fins. “We saw them swim”.", "Ivo Brandt") with { Stance = "loud", Country = "KZ" },
        Quoted.Article("bird", "A red bird and a blue one.") with { Stance = "loud", Country = "NO" });

    // query, then each part with how many have it, how many are found without it, and the query without it
    [Theory]
    [EveryBackend("red nowhere", "red 3/0 [nowhere]; nowhere 0/3 [red]")]
    [EveryBackend("red AND nowhere", "red 3/0 [nowhere]; nowhere 0/3 [red]")]
    [EveryBackend("red && blue AND fish", "red 3/1 [blue AND fish]; blue 2/1 [red && fish]; fish 2/1 [red && blue]")]
    [EveryBackend("+red  +blue  +fish", "+red 3/1 [+blue  +fish]; +blue 2/1 [+red +fish]; +fish 2/1 [+red  +blue]")]
    [EveryBackend("red \"fish have\" (whale OR bird)", "red 3/0 [\"fish have\" (whale OR bird)]; \"fish have\" 1/2 [red (whale OR bird)]; (whale OR bird) 2/0 [red \"fish have\"]")]
    [EveryBackend("fish -red -blue", "fish 2/0 [-red -blue]; red 3/1 excluded [fish -blue]; blue 2/1 excluded [fish -red]")]
    [EveryBackend("fish AND NOT red AND NOT blue", "fish 2/0 [NOT red AND NOT blue]; red 3/1 excluded [fish AND NOT blue]; blue 2/1 excluded [fish AND NOT red]")]
    [EveryBackend("text:(red nowhere)", "red 3/0 [text:(nowhere)]; nowhere 0/3 [text:(red)]")]
    [EveryBackend("red^2 nowhere", "red^2 3/0 [nowhere]; nowhere 0/3 [red^2]")]
    [EveryBackend("stance:loud nowhere", "stance:loud 2/0 [nowhere]; nowhere 0/2 [stance:loud]")]
    [EveryBackend("+nowhere OR red", "+nowhere 0/3 [text:red]")]
    [EveryBackend("nowhere", "nowhere 0/4 []")]
    [EveryBackend("  nowhere NEAR red ", "nowhere NEAR red 0/4 []")]
    [EveryBackend("nowhere OR nothere", "nowhere OR nothere 0/4 []")]
    [EveryBackend("source:*", "source:* 0/4 []")]
    [EveryBackend("-a -we", "a 2/1 excluded [-we]; we 3/2 excluded [-a]")]
    [EveryBackend("\"whale in\" ... nowhere", "\"whale in\" 1/0 [... nowhere]; nowhere 0/1 [\"whale in\" ...]")]
    public void Each_part_says_how_many_have_it_and_what_is_found_without_it(IBackend backend, string query, string expected)
    {
        SearchResponse response = Search(backend, query, []);
        Assert.Equal(expected, Print(response.Nothing!));
        Assert.All(response.Nothing!.Parts, part => Assert.Equal(part.Text, query.Substring(part.Offset, part.Length)));
        Assert.All(response.Nothing.Parts.Where(part => part.Query is not null), part => Assert.Equal(part.Without, Strictly(backend, part.Query!, QueryFields.Text)));
    }

    [Theory]
    [EveryBackend("red")]
    [EveryBackend("")]
    [EveryBackend("red OR nowhere")]
    public void Where_something_has_all_there_is_nothing_to_explain(IBackend backend, string query) => Assert.Null(Search(backend, query, []).Nothing);

    [Theory, EveryBackend]
    public void Nobody_who_does_not_ask_pays_for_it(IBackend backend) =>
        Assert.Null(new ArticleSearch(_archives.On(backend).Index).Search(new SearchRequest { Query = "nowhere" }, CancellationToken.None).Nothing);

    [Theory, EveryBackend]
    public void Words_that_were_relaxed_are_explained_too(IBackend backend)
    {
        SearchResponse response = Search(backend, "red fins", []);
        Assert.Equal(4, response.Total);
        Assert.Equal("red 3/1 [fins]; fins 1/3 [red]", Print(response.Nothing!));
    }

    [Theory, EveryBackend]
    public void Each_filter_says_what_is_found_without_it(IBackend backend)
    {
        FacetFilter stance = new(FacetFields.Stance, ["loud"], []), country = new(FacetFields.Country, ["NO"], []);
        NothingFound nothing = Search(backend, "fish", [stance, country]).Nothing!;
        Assert.Equal("fish 0/1 []", Print(nothing));
        Assert.Equal([new NarrowingFilter("stance", 1), new NarrowingFilter("country", 1)], nothing.Filters);
        Assert.Equal([new NarrowingFilter("stance", 4)], Search(backend, "", [new FacetFilter(FacetFields.Stance, ["none"], [])]).Nothing!.Filters);
    }

    [Theory]
    [EveryBackend("swim nothing", "swim 1/1 [nothing]; nothing 1/1 [swim]")]
    [EveryBackend("saw speaker:brandt text:whale", "saw 3/0 [speaker:brandt text:whale]; speaker:brandt 2/1 [saw text:whale]; text:whale 1/2 [saw speaker:brandt]")]
    public void Quotations_are_explained_as_articles_are(IBackend backend, string query, string expected)
    {
        SearchRequest request = new() { Query = query, Explain = true };
        QuotationResponse response = new ArticleSearch(_archives.On(backend).Index).SearchQuotations(request, CancellationToken.None);
        Assert.Equal(expected, Print(response.Nothing!));
        Assert.All(response.Nothing!.Parts, part => Assert.Equal(part.Without, Strictly(backend, part.Query!, QueryFields.Said)));
        Assert.Null(new ArticleSearch(_archives.On(backend).Index).SearchQuotations(request with { Query = "swim" }, CancellationToken.None).Nothing);
    }

    [Theory, EveryBackend]
    public void No_more_parts_are_explained_than_the_limit_allows_and_the_rest_is_counted(IBackend backend)
    {
        ArticleSearch search = new(_archives.On(backend).Index, new SearchLimits { MaxPartsExplained = 2 }, QueryLimits.Default);
        NothingFound nothing = search.Search(new SearchRequest { Query = "red blue fish nowhere", Explain = true }, CancellationToken.None).Nothing!;
        Assert.Equal("red 3/0 [blue fish nowhere]; blue 2/0 [red fish nowhere]", Print(nothing));
        Assert.Equal(2, nothing.MoreParts);
    }

    [Theory, EveryBackend]
    public void The_query_without_a_part_finds_what_is_said_of_it_whatever_the_query(IBackend backend)
    {
        string[] words = ["red", "blue", "fish", "nowhere", "\"fish have\"", "(whale OR bird)", "stance:calm", "said:saw", "bird^2", "w*e", "-red", "+blue", "NOT fins", "country:(NO KZ)", "red NEAR/3 fish", "(red OR -blue)"];
        string[] joints = [" ", "  ", " AND ", " && ", " , "];
        Random random = Seeds.Random();
        int explained = 0;
        for (int i = 0; i < 600; i++)
        {
            string query = words[random.Next(words.Length)];
            for (int more = random.Next(4); more > 0; more--)
            {
                query += joints[random.Next(joints.Length)] + words[random.Next(words.Length)];
            }

            if (Search(backend, query, []).Nothing is { } nothing)
            {
                Assert.All(nothing.Parts.Where(part => part.Query is not null), part => Assert.True(part.Without == Strictly(backend, part.Query!, QueryFields.Text), $"{query} without {part.Text}: {part.Query}"));
                explained++;
            }
        }

        Assert.True(explained > 60, $"{explained} explained");
    }

    public void Dispose() => _archives.Dispose();

    private SearchResponse Search(IBackend backend, string query, FacetFilter[] filters) =>
        new ArticleSearch(_archives.On(backend).Index).Search(new SearchRequest { Query = query, Filters = [.. filters], Explain = true }, CancellationToken.None);

    /// <summary>How many have all that a query asks for: not what would be found when words are relaxed.</summary>
    private long Strictly(IBackend backend, string query, string field)
    {
        QueryNode? root = QueryParser.Parse(query, field: field).Root;
        return field == QueryFields.Said
            ? _archives.On(backend).Index.SearchQuotations(new() { Root = root }, CancellationToken.None).Total
            : _archives.On(backend).Index.Search(new() { Root = root }, CancellationToken.None).Total;
    }

    private static string Print(NothingFound nothing) =>
        string.Join("; ", nothing.Parts.Select(part => $"{part.Text} {part.Count}/{part.Without}{(part.IsExcluded ? " excluded" : "")} [{part.Query}]"));
}
