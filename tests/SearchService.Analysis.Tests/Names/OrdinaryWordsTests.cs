using SearchService.Analysis.Names;

namespace SearchService.Analysis.Tests.Names;

public sealed class OrdinaryWordsTests
{
    [Theory]
    [InlineData("polish")]
    [InlineData("Will")]
    [InlineData("bush")]
    [InlineData("roses")]
    [InlineData("May")]
    [InlineData("brown")]
    [InlineData("Russian")]
    [InlineData("мороз")]
    [InlineData("Россия")]
    [InlineData("the")]
    public void Words_of_the_language_are_ordinary_whatever_they_name(string word) => Assert.True(OrdinaryWords.Contains(word));

    [Theory]
    [InlineData("Tokayev")]
    [InlineData("Lukashenko")]
    [InlineData("Zas")]
    [InlineData("Зась")] // whose stem is a preposition
    [InlineData("Obama")]
    [InlineData("Токаев")]
    [InlineData("القذافي")]
    [InlineData("")]
    public void Names_that_are_nothing_else_are_not(string word) => Assert.False(OrdinaryWords.Contains(word));
}
