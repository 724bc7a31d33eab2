using System.Globalization;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Core.Citations;

/// <summary>A record of RIS: a line a tag, two letters, two spaces, a hyphen and a space before each value.</summary>
internal static class RisCitation
{
    public static string Write(Article article, IndexState archive)
    {
        StringBuilder record = new();
        Line(record, "TY", "NEWS");
        foreach (string author in article.Authors)
        {
            Line(record, "AU", author);
        }

        Line(record, "TI", article.Title);
        Line(record, "T2", article.Source);
        Line(record, "PY", article.Date?.First.ToString("yyyy", CultureInfo.InvariantCulture));
        Line(record, "DA", article.Date is { } date ? Date(date) : null);
        Line(record, "UR", article.Url is { } url ? CitedText.Address(url) : null);
        Line(record, "LA", article.Language);
        Line(record, "DB", CitedText.Archive(archive));
        Line(record, "AN", article.Id);
        return record.Append("ER  - \r\n").ToString();
    }

    /// <summary>Year, month and day, each before a slash; what isn't known is left empty.</summary>
    private static string Date(ArticleDate date) => date.First.ToString(
        date.Precision switch
        {
            DatePrecision.Year => "yyyy'///'",
            DatePrecision.Month => "yyyy'/'MM'//'",
            _ => "yyyy'/'MM'/'dd'/'",
        },
        CultureInfo.InvariantCulture);

    private static void Line(StringBuilder record, string tag, string? value)
    {
        if (value is not null && CitedText.OneLine(value) is { Length: > 0 } line)
        {
            record.Append(tag).Append("  - ").Append(line).Append("\r\n");
        }
    }
}
