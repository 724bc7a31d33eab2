using SearchService.Ingestion.Readers.Xml;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>The prefixes that are declared where the reader stands.</summary>
internal sealed class FeedNamespaces
{
    // Feeds declare a dozen; each look-up goes through all.
    private const int Most = 64;

    private const string Declaration = "xmlns";

    private readonly List<(string Prefix, string Vocabulary)> _prefixes = [];

    /// <summary>How many declarations are in force.</summary>
    public int Count => _prefixes.Count;

    /// <summary>Takes the declarations of a start tag.</summary>
    /// <param name="tag">From <c>&lt;</c> on.</param>
    /// <param name="vocabulary">Of names without prefix outside of the element.</param>
    /// <returns>The same, inside of it.</returns>
    public string Enter(ReadOnlySpan<char> tag, string vocabulary)
    {
        if (tag.IndexOf(Declaration, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return vocabulary;
        }

        int at = 0;
        while (XmlTag.TryNext(tag, ref at, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value))
        {
            if (!name.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string uri = value.Trim().ToString();
            if (name.Length == Declaration.Length)
            {
                vocabulary = FeedVocabulary.OfNamespace(uri) ?? FeedVocabulary.Core;
            }
            else if (name[Declaration.Length] == ':' && _prefixes.Count < Most)
            {
                string prefix = name[(Declaration.Length + 1)..].ToString();
                _prefixes.Add((prefix, FeedVocabulary.OfNamespace(uri) ?? FeedVocabulary.OfPrefix(prefix) ?? FeedVocabulary.Unknown));
            }
        }

        return vocabulary;
    }

    /// <summary>Forgets declarations, at the end of an element.</summary>
    /// <param name="count">How many there were outside of it.</param>
    public void Leave(int count) => _prefixes.RemoveRange(count, _prefixes.Count - count);

    /// <summary>Finds the vocabulary of a name.</summary>
    /// <param name="name">As written.</param>
    /// <param name="plain">The vocabulary of names without prefix.</param>
    /// <param name="local">The name without its prefix.</param>
    /// <param name="isDeclared">Whether its prefix is.</param>
    public string Find(string name, string plain, out ReadOnlySpan<char> local, out bool isDeclared)
    {
        isDeclared = true;
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        local = name.AsSpan(colon + 1);
        if (colon <= 0)
        {
            return plain;
        }

        ReadOnlySpan<char> prefix = name.AsSpan(0, colon);
        for (int i = _prefixes.Count - 1; i >= 0; i--)
        {
            if (prefix.Equals(_prefixes[i].Prefix, StringComparison.OrdinalIgnoreCase))
            {
                return _prefixes[i].Vocabulary;
            }
        }

        isDeclared = false;
        return FeedVocabulary.OfPrefix(prefix.ToString()) ?? FeedVocabulary.Unknown;
    }
}
