namespace SearchService.Backend.Embedded.Tests;

public sealed class ArticleCodecTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void An_article_of_a_version_that_is_not_known_is_refused(byte version) =>
        Assert.Contains($"version {version}", Assert.Throws<InvalidDataException>(() => ArticleCodec.Decode([version, 1, 65])).Message, StringComparison.Ordinal);
}
