using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Core.Citations;

/// <summary>A citation to read: authors, title, outlet, date, address, archive.</summary>
internal static class PlainCitation
{
    /// <summary>Of more authors than this, <see cref="AuthorsOfMany"/> are named: The Chicago Manual of Style, 17th edition, 14.76.</summary>
    private const int MostAuthors = 10;

    private const int AuthorsOfMany = 7;

    public static string Write(Article article, IndexState archive)
    {
        StringBuilder text = new();
        if (Authors(article.Authors) is { Length: > 0 } authors)
        {
            text.Append(authors).Append(authors.EndsWith('.') ? " " : ". ");
        }

        string title = CitedText.OneLine(article.Title);
        text.Append('“').Append(title.Length == 0 ? "Untitled" : Isolated(title)).Append(title is [.., '.' or '?' or '!'] ? "” " : ".” ");
        ImmutableArray<string> rest = [.. new[] { Outlet(article), Date(article), Address(article) }.OfType<string>(), Isolated(CitedText.Archive(archive))];
        return text.AppendJoin(", ", rest).Append(".\n").ToString();
    }

    private static string Authors(IReadOnlyList<string> authors)
    {
        string[] named = [.. authors.Select(CitedText.OneLine).Where(static author => author.Length > 0).Select(Isolated)];
        return named.Length > MostAuthors ? $"{string.Join(", ", named.Take(AuthorsOfMany))}, et al."
            : named.Length > 1 ? $"{string.Join(", ", named[..^1])} and {named[^1]}"
            : string.Concat(named);
    }

    private static string? Outlet(Article article) => article.Source is { } source ? Isolated(CitedText.OneLine(source)) : null;

    private static string Date(Article article) => article.Date switch
    {
        { Precision: DatePrecision.Day } day => day.First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        { Precision: DatePrecision.Month } month => month.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        { } year => year.ToString(),
        null => article.DateAsGiven is { } given ? $"dated ‘{Isolated(CitedText.OneLine(given))}’" : "no date",
    };

    private static string? Address(Article article) => article.Url is { } url ? CitedText.Address(url) : null;

    /// <summary>A text that is, or turns, right to left keeps that to itself: between U+2068 and U+2069 it changes nothing around it.</summary>
    private static string Isolated(string text) => text.EnumerateRunes().Any(Turns) ? $"\u2068{text}\u2069" : text;

    private static bool Turns(Rune rune) => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF)
        or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
