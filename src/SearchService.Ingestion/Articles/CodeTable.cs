using System.Collections.Frozen;

namespace SearchService.Ingestion.Articles;

/// <summary>Two-letter codes by themselves, by their three-letter forms and by English names.</summary>
/// <remarks>Compared without case, diacritics, spaces and punctuation.</remarks>
internal sealed class CodeTable
{
    private readonly FrozenDictionary<string, string> _codes;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private CodeTable(string resource)
    {
        Dictionary<string, string> codes = new(StringComparer.OrdinalIgnoreCase);
        using Stream stream = typeof(CodeTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using StreamReader lines = new(stream);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            string[] parts = line.Split(',', 3);
            foreach (string name in (IEnumerable<string>)[parts[0], .. parts[1].Split('|'), .. parts[2].Split('|')])
            {
                codes.TryAdd(NameKey.Of(name), parts[0]);
            }
        }

        _codes = codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Countries: ISO 3166-1, with XK, which is in use for Kosovo; upper case.</summary>
    public static CodeTable Countries { get; } = new("countries.csv");

    /// <summary>Languages: ISO 639-1; lower case.</summary>
    public static CodeTable Languages { get; } = new("languages.csv");

    /// <summary>Finds the code of a code or name.</summary>
    /// <param name="value">Such as <c>jp</c>, <c>JPN</c>, <c>Japan</c>.</param>
    /// <param name="code">Such as <c>JP</c>.</param>
    public bool TryFind(string value, out string code)
    {
        code = "";
        if (_bySpan.TryGetValue(value, out string? found) || _codes.TryGetValue(NameKey.Of(value), out found))
        {
            code = found;
            return true;
        }

        return false;
    }

    /// <summary>Finds the language of a tag such as <c>en-US</c> or <c>pt_BR</c>, or of a name.</summary>
    public bool TryFindTag(string value, out string code)
    {
        int end = value.AsSpan().IndexOfAny('-', '_');
        return TryFind(value, out code) || (end > 0 && TryFind(value[..end], out code));
    }
}
