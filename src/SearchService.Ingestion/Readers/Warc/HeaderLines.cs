using System.Diagnostics.CodeAnalysis;

namespace SearchService.Ingestion.Readers.Warc;

/// <summary>Named fields of the form of RFC 822, as WARC and HTTP have them before a block.</summary>
internal sealed class HeaderLines
{
    private const int MostLines = 500;
    private const int LongestLine = 16 << 10;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private HeaderLines()
    {
    }

    /// <summary>A value without space around it, or null.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads fields up to the empty line that ends them.</summary>
    /// <param name="nextLine">Gives the next line, or null at the end.</param>
    /// <param name="fields">What was read.</param>
    /// <returns>False when the end comes before the empty line, or the lines don't end.</returns>
    public static bool TryRead(Func<int, string?> nextLine, [NotNullWhen(true)] out HeaderLines? fields)
    {
        fields = new HeaderLines();
        string last = "";
        for (int i = 0; i < MostLines; i++)
        {
            if (nextLine(LongestLine) is not { } line)
            {
                break;
            }

            if (line.Length == 0)
            {
                return true;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t')
            {
                // Folded: goes on with the line before.
                if (last.Length > 0)
                {
                    fields._values[last] += $" {line.Trim()}";
                }
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim();
                string value = line[(colon + 1)..].Trim();

                // A field given twice counts once, the first time, except where lists are meant.
                if (!fields._values.TryAdd(last, value) && last.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))
                {
                    fields._values[last] += $", {value}";
                }
            }
        }

        fields = null;
        return false;
    }
}
