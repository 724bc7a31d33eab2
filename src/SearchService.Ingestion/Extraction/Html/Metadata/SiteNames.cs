using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>The names a page's outlet goes by, to tell them from headlines and authors.</summary>
internal sealed class SiteNames
{
    private const int ShortestPart = 3;

    private static readonly string[] Endings = ["com", "org", "net", "couk", "news", "online", "media"];

    private readonly List<string> _keys = [];

    /// <summary>Takes names and hosts in.</summary>
    /// <param name="names">As pages give them.</param>
    /// <param name="hosts">Of addresses, bare.</param>
    public SiteNames(IEnumerable<string> names, IEnumerable<string> hosts)
    {
        foreach (string name in names)
        {
            AddKey(name);
        }

        foreach (string host in hosts)
        {
            // "edition.harbour.co.uk" is Harbour: the longest of its labels.
            AddKey(host.Split('.').MaxBy(static label => label.Length) ?? "");
            AddKey(host);
        }
    }

    /// <summary>Whether a text is the outlet's name and nothing else.</summary>
    public bool Is(string text) => KeyOf(text) is { Length: > 0 } key && _keys.Contains(key, StringComparer.Ordinal);

    /// <summary>Whether a text after or before a title is the outlet's name, or begins as it does: "Gazette Politics" for Gazette.</summary>
    public bool IsSuffix(string text)
    {
        string key = KeyOf(text);
        return key.Length >= ShortestPart && _keys.Exists(name => name.Length >= ShortestPart
            && (name == key || name.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(name, StringComparison.Ordinal) || key.EndsWith(name, StringComparison.Ordinal)));
    }

    private void AddKey(string name)
    {
        string key = KeyOf(name);
        if (key.Length > 0 && !_keys.Contains(key, StringComparer.Ordinal))
        {
            _keys.Add(key);
        }
    }

    // "The Harbour", "Harbour.com" and "Harbour News" are one name.
    private static string KeyOf(string name)
    {
        string key = NameKey.Of(name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name);
        foreach (string ending in Endings)
        {
            if (key.Length > ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal))
            {
                return key[..^ending.Length];
            }
        }

        return key;
    }
}
