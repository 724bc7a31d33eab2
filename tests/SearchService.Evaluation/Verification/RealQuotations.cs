using SearchService.Analysis;
using SearchService.Core.Articles;

namespace SearchService.Evaluation.Verification;

/// <summary>Words between double quotation marks in one paragraph: found without the product's finder, so that its errors aren't measured here.</summary>
internal static class RealQuotations
{
    private const int LeastWords = 6;
    private const int MostWords = 100;

    /// <summary>An article's quotations, and their words as the query language's quotation marks compare them.</summary>
    public static IEnumerable<RealQuotation> Of(Article article, TokenReader reader)
    {
        foreach (string paragraph in article.Text.Split('\n'))
        {
            for (int at = 0; (at = paragraph.AsSpan(at).IndexOfAny('"', '“') is var open and >= 0 ? at + open : -1) >= 0;)
            {
                int length = paragraph.AsSpan(at + 1).IndexOfAny('"', '”');
                if (length < 0)
                {
                    break;
                }

                string text = paragraph.Substring(at + 1, length);
                at += length + 2;
                string[] words = Words(text, reader);
                if (words.Length is >= LeastWords and <= MostWords && !text.Contains("...", StringComparison.Ordinal) && !text.Contains(". . .", StringComparison.Ordinal) && !text.Contains('…'))
                {
                    yield return new RealQuotation(article.Id, text, words);
                }

                if (at >= paragraph.Length)
                {
                    break;
                }
            }
        }
    }

    /// <summary>The words of a text, as the query language's quotation marks compare them.</summary>
    public static string[] Words(string text, TokenReader reader)
    {
        List<string> words = [];
        reader.Reset(text);
        while (reader.Next())
        {
            words.Add(System.Text.Encoding.UTF8.GetString(reader.Term(TermForm.Written)));
        }

        return [.. words];
    }
}

/// <summary>Words that an article has between quotation marks.</summary>
internal sealed record RealQuotation(string Article, string Text, string[] Words);
