using SearchService.Core.Articles;

namespace SearchService.Quotations.Tests.Verification;

/// <summary>Articles and quotations for tests.</summary>
internal static class Invented
{
    /// <summary>An article in which <c>[</c> and <c>]</c> stand around the parts of each quotation, and <c>|</c> ends one.</summary>
    /// <remarks><c>[We stay,] she said. [We always stay.]|</c> has one quotation of two parts.</remarks>
    public static Article Article(string id, string marked, string? date = null, string speaker = "Mira Tal", string source = "Gull", string? stance = null)
    {
        List<Quote> quotes = [];
        List<TextSpan> parts = [];
        System.Text.StringBuilder text = new();
        int open = 0;
        foreach (char c in marked)
        {
            switch (c)
            {
                case '[':
                    text.Append('"');
                    open = text.Length;
                    break;
                case ']':
                    parts.Add(new TextSpan(open, text.Length));
                    text.Append('"');
                    break;
                case '|':
                    string whole = text.ToString();
                    quotes.Add(new Quote
                    {
                        Parts = [.. parts],
                        Text = string.Join(' ', parts.Select(part => whole[part.Start..part.End])),
                        Span = new TextSpan(parts[0].Start - 1, parts[^1].End + 1),
                        Speaker = speaker,
                        Kind = QuoteKind.Direct,
                    });
                    parts.Clear();
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return new Article
        {
            Id = id,
            Text = text.ToString(),
            Quotes = quotes,
            Source = source,
            Stance = stance,
            Date = ArticleDate.TryParse(date, out ArticleDate day) ? day : null,
            Language = "en",
        };
    }
}
