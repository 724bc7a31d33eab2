using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Core.Citations;

/// <summary>A BibTeX entry.</summary>
/// <remarks>
/// Each author stands in braces of its own: nothing is taken for a family name, and an <c>and</c> in a name parts nothing. BibTeX counts braces even
/// behind a backslash, so those of a text are written as commands.
/// </remarks>
internal static class BibTexCitation
{
    private const int HashLengthInBytes = 4;

    public static string Write(Article article, IndexState archive)
    {
        StringBuilder entry = new();
        entry.Append("@article{").Append(Key(article));
        Field(entry, "author", string.Join(" and ", article.Authors.Select(CitedText.OneLine).Where(static author => author.Length > 0).Select(static author => $"{{{Escape(author)}}}")));
        Field(entry, "title", article.Title.Length == 0 ? "" : $"{{{Escape(article.Title)}}}"); // twice in braces: its capitals stay
        Field(entry, "journal", Escape(article.Source ?? ""));
        if (article.Date is { } date)
        {
            Field(entry, "year", date.First.ToString("yyyy", CultureInfo.InvariantCulture));
            if (date.Precision != DatePrecision.Year)
            {
                entry.Append(",\n  month = ").Append(date.First.ToString("MMM", CultureInfo.InvariantCulture).ToLowerInvariant());
            }

            Field(entry, "day", date.Precision == DatePrecision.Day ? date.First.ToString("%d", CultureInfo.InvariantCulture) : "");
        }

        Field(entry, "url", CitedText.Address(article.Url ?? ""));
        Field(entry, "language", Escape(article.Language ?? ""));
        Field(entry, "note", Escape($"{CitedText.Archive(archive)}, article {article.Id}"));
        return entry.Append("\n}\n").ToString();
    }

    private static void Field(StringBuilder entry, string name, string value)
    {
        if (value.Length > 0)
        {
            entry.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');
        }
    }

    /// <summary>Letters of the outlet, the year, and a hash of the id: short, and another for every article.</summary>
    private static string Key(Article article)
    {
        string outlet = string.Concat((article.Source ?? "").Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(article.Id));
        return $"{(outlet.Length == 0 ? "article" : outlet)}{article.Date?.First.Year}-{Convert.ToHexStringLower(hash.AsSpan(0, HashLengthInBytes))}";
    }

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in CitedText.OneLine(text))
        {
            _ = c switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '{' => escaped.Append("\\textbraceleft{}"),
                '}' => escaped.Append("\\textbraceright{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '%' or '&' or '#' or '_' or '$' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
