using System.Buffers;
using System.Collections.Frozen;

namespace SearchService.Ingestion.Extraction.Boilerplate;

/// <summary>The wordings of what stands around articles, in all languages at once; <c>phrases.txt</c> says how they are matched.</summary>
/// <remarks>Languages aren't told apart: sites of one have buttons in another.</remarks>
internal static class Phrases
{
    // What begins a short line; longer ones are prose that happens to begin so.
    private const int LongestBeginning = 200;

    private static readonly FrozenDictionary<string, LineKind>.AlternateLookup<ReadOnlySpan<char>> WholeLines;
    private static readonly FrozenDictionary<string, (string Phrase, LineKind Kind)[]>.AlternateLookup<ReadOnlySpan<char>> Beginnings;
    private static readonly (string[] Parts, LineKind Kind)[] Occurring;
    private static readonly SearchValues<string> OccurringFirst;

#pragma warning disable CA1810 // The tables are made of one file in one pass.
    static Phrases()
#pragma warning restore CA1810
    {
        Dictionary<string, LineKind> whole = new(StringComparer.Ordinal);
        Dictionary<string, List<(string, LineKind)>> begins = new(StringComparer.Ordinal);
        List<(string[] Parts, LineKind Kind)> has = [];
        foreach ((string section, string phrase) in PhraseFile.Read())
        {
            int space = section.IndexOf(' ', StringComparison.Ordinal);
            if (!Enum.TryParse(section.AsSpan(0, space), ignoreCase: true, out LineKind kind))
            {
                continue;
            }

            string key = LineKey.Of(phrase);
            switch (section[(space + 1)..])
            {
                case "whole":
                    whole.TryAdd(LineKey.Whole(key).ToString(), kind);
                    break;
                case "begins":
                    string first = FirstWord(key).ToString();
                    (begins.TryGetValue(first, out List<(string, LineKind)>? list) ? list : begins[first] = []).Add((key, kind));
                    break;
                case "has":
                    has.Add(([.. phrase.Split(" & ").Select(static part => part.Trim())], kind));
                    break;
                default:
                    break;
            }
        }

        WholeLines = whole.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Beginnings = begins.ToFrozenDictionary(static entry => entry.Key, static entry => entry.Value.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        Occurring = [.. has];
        OccurringFirst = SearchValues.Create([.. has.Select(static entry => entry.Parts[0])], StringComparison.Ordinal);
    }

    /// <summary>What a line is by the phrases it consists of, begins with or holds.</summary>
    /// <param name="key">See <see cref="LineKey"/>.</param>
    public static LineKind KindOf(ReadOnlySpan<char> key)
    {
        if (WholeLines.TryGetValue(LineKey.Whole(key), out LineKind kind))
        {
            return kind;
        }

        if (key.Length <= LongestBeginning && Beginnings.TryGetValue(FirstWord(key), out (string Phrase, LineKind Kind)[]? phrases))
        {
            foreach ((string phrase, LineKind its) in phrases)
            {
                if (key.StartsWith(phrase, StringComparison.Ordinal)
                    && (key.Length == phrase.Length || !char.IsLetter(key[phrase.Length]) || !char.IsLetterOrDigit(phrase[^1])))
                {
                    return its;
                }
            }
        }

        return OfOccurring(key);
    }

    private static LineKind OfOccurring(ReadOnlySpan<char> key)
    {
        if (key.IndexOfAny(OccurringFirst) < 0)
        {
            return LineKind.Text;
        }

        foreach ((string[] parts, LineKind kind) in Occurring)
        {
            bool all = true;
            foreach (string part in parts)
            {
                all = all && key.Contains(part, StringComparison.Ordinal);
            }

            if (all)
            {
                return kind;
            }
        }

        return LineKind.Text;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> key)
    {
        int length = 0;
        while (length < key.Length && char.IsLetterOrDigit(key[length]))
        {
            length++;
        }

        return length == 0 && key.Length > 0 ? key[..1] : key[..length];
    }
}
