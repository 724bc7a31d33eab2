using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.Quotations.Finding;
using SearchService.TestSupport;

namespace SearchService.Quotations.Tests.Finding;

/// <summary>What is found in an article depends on nothing that was read before it.</summary>
public sealed class QuotationFinderReuseTests
{
    [Fact]
    public void A_paragraph_that_is_not_looked_at_holds_no_words_of_the_article_before()
    {
        const string Before = "The “harbour is closed,” Ann Ott said.";
        const string Text = "Advertisement\n\nSaid Mayor Ann Ott on Monday:\n\n“The harbour is closed for the night.”";
        QuotationFinder used = new();
        used.Read(Before, "en");
        Quote alone = Assert.Single(new QuotationFinder().Read(Text, "en").Quotes), after = Assert.Single(used.Read(Text, "en").Quotes);
        Assert.Equal(("Ann Ott", "Said"), (after.Speaker, after.Cue));
        Assert.Equal(JsonSerializer.Serialize(alone), JsonSerializer.Serialize(after));
    }

    [Fact]
    public void A_finder_that_has_read_others_finds_what_a_new_one_finds()
    {
        SharedData.SkipIfAbsent(UsNews.Small);
        QuotationFinder used = new();
        int quotations = 0;
        foreach (Article article in UsNews.Read().Take(500))
        {
            QuotationReading alone = new QuotationFinder().Read(article.Text, "en"), afterOthers = used.Read(article.Text, "en");
            Assert.Equal(JsonSerializer.Serialize(alone), JsonSerializer.Serialize(afterOthers));
            quotations += alone.Quotes.Count;
        }

        Assert.True(quotations > 2_000, $"Only {quotations} quotations were compared.");
    }
}
