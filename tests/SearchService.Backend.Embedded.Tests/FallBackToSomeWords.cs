using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Backend.Embedded.Tests;

/// <summary>When no article has all words, those with some are found, the more the better; through parser, relaxation and engine.</summary>
public sealed class FallBackToSomeWords : IDisposable
{
    private readonly SmallArchive _archive = new(
        SmallArchive.Article("whale", "a red whale in the sea") with { Stance = "calm" },
        SmallArchive.Article("fish", "red fish") with { Stance = "calm" },
        SmallArchive.Article("fins", "blue fish have fins") with { Stance = "loud" },
        SmallArchive.Article("bird", "a red bird and a blue one") with { Stance = "loud" },
        SmallArchive.Article("tree", "a green tree"));

    [Theory]
    [InlineData("red blue fish", "bird fins fish whale", true)]
    [InlineData("red blue fish nowhere", "bird fins fish whale", true)]
    [InlineData("red blue fish -bird", "fins fish whale", true)]
    [InlineData("red blue fish stance:loud", "bird fins", true)]
    [InlineData("+red blue fish", "bird fish whale", true)]
    [InlineData("+red +blue fish", "bird", true)]
    [InlineData("\"red fish\" tree", "fish tree", true)]
    [InlineData("(red fins) tree", "bird fins fish tree whale", true)]
    [InlineData("red bird", "bird", false)]
    [InlineData("red AND blue AND fish", "", false)]
    [InlineData("+red +blue +fish", "", false)]
    [InlineData("nowhere nothing", "", false)]
    [InlineData("red fish stance:nowhere", "", false)]
    [InlineData("nowhere stance:loud", "", false)]
    [InlineData("nowhere -fish", "", false)]
    public void Some_words_are_enough_only_where_all_are_nowhere_and_none_was_required(string query, string expected, bool isRelaxed)
    {
        SearchResponse response = _archive.Search(query);

        Assert.Equal(expected, string.Join(' ', response.Hits.Select(hit => hit.Article.Id).Order(StringComparer.Ordinal)));
        Assert.Equal(response.Hits.Length, response.Total);
        Assert.Equal(isRelaxed, response.Query.Notices.Any(notice => notice.Code == QueryNoticeCodes.AllWordsRelaxed));
        Facet stances = response.Facets.Single(facet => facet.Field == FacetFields.Stance);
        Assert.Equal(response.Total, stances.Values.Sum(value => value.Count) + stances.Missing);
    }

    [Fact]
    public void Articles_with_more_of_the_words_come_first()
    {
        SearchResponse response = _archive.Search("red blue fish nowhere");

        Assert.Equal(4, response.Hits.Length);
        Assert.Equal("whale", response.Hits[^1].Article.Id); // one word, the others have two
        Assert.Equal(response.Hits.OrderByDescending(hit => hit.Score), response.Hits);
        Assert.All(response.Hits, hit => Assert.NotEmpty(hit.Passages.SelectMany(passage => passage.Highlights)));
    }

    public void Dispose() => _archive.Dispose();
}
