using System.Collections.Frozen;

namespace SearchService.Quotations.Text;

/// <summary>Words to look tokens up in, without regard to case and without allocating.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>Initializes a new instance of the <see cref="WordSet"/> class.</summary>
    /// <param name="words">Each without spaces; the same one may come twice.</param>
    public WordSet(IEnumerable<string> words)
    {
        var set = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Tells whether a word is one of these.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
