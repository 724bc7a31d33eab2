using SearchService.Core.Articles;
using SearchService.Core.Searching.Examples;

namespace SearchService.Core.Tests.Searching.Examples;

public sealed class HeadlinePairsTests
{
    [Theory]
    [InlineData("Wheat convoy leaves|First wheat convoy", "wheat convoy")]
    [InlineData("Wheat convoy|Barley convoy", "")]
    [InlineData("Wheat convoy|wheat, convoy", "")]
    [InlineData("Wheat convoy's way|Wheat convoy", "")]
    [InlineData("The wheat|The wheat", "")]
    [InlineData("Wheat 2022 convoy|Wheat 2022 convoy", "")]
    [InlineData("Last cellar|Last cellar|Wheat convoy|Wheat convoy|Wheat convoy", "wheat convoy|last cellar")]
    [InlineData("Мирные переговоры|мирные Переговоры в Минске", "мирные переговоры")]
    public void Words_that_stand_together_in_several_headlines_are_pairs(string titles, string pairs) =>
        Assert.Equal(pairs, Pairs([.. titles.Split('|').Select((title, number) => new Article { Id = $"{number}", Title = title })]));

    [Fact]
    public void A_story_counts_once_however_many_outlets_tell_it() => Assert.Equal("", Pairs(
        new Article { Id = "1", Title = "Wheat convoy", Story = "1" }, new Article { Id = "2", Title = "Wheat convoy", Story = "1" }));

    private static string Pairs(params Article[] articles) => string.Join('|', HeadlinePairs.Of(articles).Select(pair => $"{pair.First} {pair.Second}"));
}
