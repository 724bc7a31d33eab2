using System.Text;
using SearchService.Core.Indexes;

namespace SearchService.Core.Citations;

/// <summary>Texts as all formats need them.</summary>
internal static class CitedText
{
    /// <summary>A text on one line: runs of white space and control characters are one space.</summary>
    public static string OneLine(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>An address on one line, in which nothing is left that formats or readers could take for the end of it.</summary>
    public static string Address(string url)
    {
        StringBuilder address = new(url.Length);
        foreach (char c in url.Trim())
        {
            _ = char.IsWhiteSpace(c) || char.IsControl(c) || c is '{' or '}' or '\\' or '"' or '<' or '>' or '^' or '`' or '|'
                ? address.Append(Uri.EscapeDataString(c.ToString()))
                : address.Append(c);
        }

        return address.ToString();
    }

    /// <summary>Names the archive and its state, so that the citation can be replayed.</summary>
    public static string Archive(IndexState archive) => $"archive {OneLine(archive.Name)}, generation {archive.Generation}";
}
