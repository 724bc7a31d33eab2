using System.Text;
using SearchService.Core.Articles;

namespace SearchService.TestSupport;

/// <summary>Articles whose quotations are the words between curly marks, as a test says who speaks them.</summary>
public static class Quoted
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="text">With <c>“…”</c> around words spoken; <c>+“</c> goes on with the quotation before.</param>
    /// <param name="speakers">Of the quotations in order; an empty one, or none, for one who isn't known.</param>
    public static Article Article(string id, string text, params ReadOnlySpan<string> speakers)
    {
        StringBuilder plain = new();
        List<List<TextSpan>> quotations = [];
        int start = 0;
        foreach (char character in text)
        {
            switch (character)
            {
                case '“' when plain.Length > 0 && plain[^1] == '+':
                    plain.Length--;
                    start = plain.Length + 1;
                    break;
                case '“':
                    quotations.Add([]);
                    start = plain.Length + 1;
                    break;
                case '”':
                    quotations[^1].Add(new TextSpan(start, plain.Length));
                    break;
            }

            plain.Append(character);
        }

        string whole = plain.ToString();
        List<Quote> quotes = [];
        foreach (List<TextSpan> parts in quotations)
        {
            quotes.Add(new Quote
            {
                Parts = parts,
                Text = string.Join(' ', parts.Select(part => whole[part.Start..part.End])),
                Span = new TextSpan(parts[0].Start, parts[^1].End),
                Speaker = quotes.Count < speakers.Length && speakers[quotes.Count].Length > 0 ? speakers[quotes.Count] : null,
                Kind = QuoteKind.Direct,
            });
        }

        return new Article { Id = id, Text = whole, Quotes = quotes };
    }
}
