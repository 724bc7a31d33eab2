using SearchService.Core.Articles;
using SearchService.Quotations.Finding;
using SearchService.TestSupport;

namespace SearchService.Quotations.Tests.Finding;

/// <summary>Quotations of articles as scraped, with the phrases that name who speaks.</summary>
public sealed class CstoQuotationsTests
{
    [Theory]
    [InlineData("once russians are in your house", "Blinken")]
    [InlineData("spells the end of its sovereignty", "Tolipov")]
    [InlineData("just complete stupidity", "Zas")]
    [InlineData("use lethal force without warning", "Tokayev")]
    public void The_phrase_of_the_speaker_is_found(string words, string name)
    {
        SharedData.SkipIfAbsent("articles/csto");
        QuotationFinder finder = new();
        Quote[] found =
        [
            .. Directory.GetFiles(SharedData.PathOf("articles/csto"), "*.txt")
                .SelectMany(path => finder.Read(File.ReadAllText(path), "en").Quotes)
                .Where(quote => quote.Text.Replace('’', '\'').Contains(words, StringComparison.OrdinalIgnoreCase)),
        ];
        Assert.NotEmpty(found);
        Assert.All(found, quote => Assert.Contains(name, $"{quote.SpeakerAs}", StringComparison.Ordinal));
    }
}
