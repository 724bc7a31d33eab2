using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Searching;

/// <summary>When no article has all words, those with some are found, the more the better; through parser, relaxation and engine.</summary>
public sealed class FallBackToSomeWords : IDisposable
{
    private readonly SmallArchives _archives = new(
        SmallArchive.Article("whale", "a red whale in the sea") with { Stance = "calm" },
        SmallArchive.Article("fish", "red fish") with { Stance = "calm" },
        SmallArchive.Article("fins", "blue fish have fins") with { Stance = "loud" },
        SmallArchive.Article("bird", "a red bird and a blue one") with { Stance = "loud" },
        SmallArchive.Article("tree", "a green tree"));

    [Theory]
    [EveryBackend("red blue fish", "bird fins fish whale", true)]
    [EveryBackend("red blue fish nowhere", "bird fins fish whale", true)]
    [EveryBackend("red blue fish -bird", "fins fish whale", true)]
    [EveryBackend("red blue fish stance:loud", "bird fins", true)]
    [EveryBackend("+red blue fish", "bird fish whale", true)]
    [EveryBackend("+red +blue fish", "bird", true)]
    [EveryBackend("\"red fish\" tree", "fish tree", true)]
    [EveryBackend("(red fins) tree", "bird fins fish tree whale", true)]
    [EveryBackend("red bird", "bird", false)]
    [EveryBackend("red AND blue AND fish", "", false)]
    [EveryBackend("+red +blue +fish", "", false)]
    [EveryBackend("nowhere nothing", "", false)]
    [EveryBackend("red fish stance:nowhere", "", false)]
    [EveryBackend("nowhere stance:loud", "", false)]
    [EveryBackend("nowhere -fish", "", false)]
    public void Some_words_are_enough_only_where_all_are_nowhere_and_none_was_required(IBackend backend, string query, string expected, bool isRelaxed)
    {
        SearchResponse response = _archives.On(backend).Search(query);

        Assert.Equal(expected, string.Join(' ', response.Hits.Select(hit => hit.Article.Id).Order(StringComparer.Ordinal)));
        Assert.Equal(response.Hits.Length, response.Total);
        Assert.Equal(isRelaxed, response.Query.Notices.Any(notice => notice.Code == QueryNoticeCodes.AllWordsRelaxed));
        Facet stances = response.Facets.Single(facet => facet.Field == FacetFields.Stance);
        Assert.Equal(response.Total, stances.Values.Sum(value => value.Count) + stances.Missing);
    }

    [Theory, EveryBackend]
    public void Articles_with_more_of_the_words_come_first(IBackend backend)
    {
        SearchResponse response = _archives.On(backend).Search("red blue fish nowhere");

        Assert.Equal(4, response.Hits.Length);
        Assert.Equal("whale", response.Hits[^1].Article.Id); // one word, the others have two
        Assert.Equal(response.Hits.OrderByDescending(hit => hit.Score), response.Hits);
        Assert.All(response.Hits, hit => Assert.NotEmpty(hit.Passages.SelectMany(passage => passage.Highlights)));
    }

    public void Dispose() => _archives.Dispose();
}
