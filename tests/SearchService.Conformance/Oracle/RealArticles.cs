using System.Text.RegularExpressions;
using SearchService.Core.Articles;
using SearchService.TestSupport;

namespace SearchService.Conformance.Oracle;

/// <summary>The real articles with everything an article can have: what theirs lack is made up, the same every time.</summary>
/// <remarks>
/// Languages (so that their words are stemmed in several ways), dates of each precision, labels that are missing, several topics, stories, and as
/// quotations whatever stands in quotation marks, spoken by people who don't exist.
/// </remarks>
internal static partial class RealArticles
{
    private const int MostQuotations = 12;
    private static readonly string[] FirstNames = ["Ann", "Boris", "Chloé", "Dana", "Émile", "Kassym-Jomart", "José", "Zoë"];
    private static readonly string[] LastNames = ["Lee", "Lund", "Orlova", "García", "Garcia", "O'Neill", "Tokayev"];

    internal static IEnumerable<Article> Read() => UsNews.Read().Select(Enrich);

    private static Article Enrich(Article article, int number)
    {
        Random random = new(number);
        List<Quote> quotes = [.. Quotes(article.Text, random)];
        return article with
        {
            Title = number % 29 == 0 ? "" : article.Title,
            Source = number % 23 == 0 ? null : article.Source,
            Stance = number % 13 == 0 ? null : article.Stance,
            Country = (number % 9) switch { 0 => null, 1 => "GB", 2 => "KZ", _ => article.Country },
            Language = (number % 40) switch { < 4 => null, 4 or 5 => "fr", 6 or 7 => "de", 8 => "it", _ => "en" },
            Date = article.Date is { } date ? (number % 17) switch
            {
                0 => null,
                1 => ArticleDate.OfYear(date.First.Year),
                2 or 3 => ArticleDate.OfMonth(date.First.Year, date.First.Month),
                _ => date,
            }
            : null,
            Topics = number % 5 == 0 ? [.. article.Topics, "world_news"] : article.Topics,
            Story = number % 4 == 0 ? $"story {number / 16}" : null,
            Quotes = quotes,
            People = [.. quotes.Select(static quote => quote.Speaker).OfType<string>().Distinct()],
        };
    }

    private static IEnumerable<Quote> Quotes(string text, Random random)
    {
        List<TextSpan> parts = [];
        foreach (Match match in InMarks().Matches(text).Take(MostQuotations))
        {
            Group words = match.Groups["words"];
            parts.Add(new TextSpan(words.Index, words.Index + words.Length));
            if (random.Next(4) == 0)
            {
                continue; // goes on in the next marks
            }

            yield return new Quote
            {
                Parts = [.. parts],
                Text = string.Join(' ', parts.Select(part => text[part.Start..part.End])),
                Span = new TextSpan(parts[0].Start, parts[^1].End),
                Speaker = random.Next(6) == 0 ? null : $"{FirstNames[random.Next(FirstNames.Length)]} {LastNames[random.Next(LastNames.Length)]}",
                Kind = QuoteKind.Direct,
            };
            parts.Clear();
        }
    }

    [GeneratedRegex("[“\"](?<words>[^“”\"\n]{8,300})[”\"]")]
    private static partial Regex InMarks();
}
