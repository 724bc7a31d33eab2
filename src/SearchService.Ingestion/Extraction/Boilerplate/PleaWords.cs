using System.Collections.Frozen;

namespace SearchService.Ingestion.Extraction.Boilerplate;

/// <summary>Tells a plea of several sentences from prose: a clause of it begins with asking, it names what it wants, and speaks of "us".</summary>
/// <remarks>"Please support our actions. Donations from private persons are necessary …": no phrase of it is known, but its words are.</remarks>
internal static class PleaWords
{
    private const int LongestWord = 24;
    private const int ShortestStem = 4;

    [Flags]
    private enum Role : byte
    {
        None = 0,
        Ask = 1,
        Thing = 2,
        Address = 4,
        All = Ask | Thing | Address,
    }

    private static readonly FrozenDictionary<string, Role>.AlternateLookup<ReadOnlySpan<char>> Words = Read(stems: false);
    private static readonly FrozenDictionary<string, Role>.AlternateLookup<ReadOnlySpan<char>> Stems = Read(stems: true);

    /// <summary>Whether a paragraph is a plea.</summary>
    /// <param name="key">See <see cref="LineKey"/>.</param>
    public static bool IsPlea(ReadOnlySpan<char> key)
    {
        Role roles = Role.None;
        bool opens = true;
        for (int i = 0; i < key.Length;)
        {
            int start = i;
            while (i < key.Length && (char.IsLetter(key[i]) || (key[i] == '-' && i > start)))
            {
                i++;
            }

            if (i > start && i - start <= LongestWord)
            {
                Role role = RoleOf(key[start..i]);
                roles |= opens ? role : role & ~Role.Ask;
                if (roles == Role.All)
                {
                    return true;
                }

                opens = false;
            }
            else if (i == start)
            {
                opens |= key[i] is '.' or ',' or ';' or ':' or '!' or '?' or '—' or '–';
            }

            i = Math.Max(i, start + 1);
        }

        return false;
    }

    private static Role RoleOf(ReadOnlySpan<char> word)
    {
        if (Words.TryGetValue(word, out Role role))
        {
            return role;
        }

        for (int length = Math.Min(word.Length, 12); length >= ShortestStem - 1; length--)
        {
            if (Stems.TryGetValue(word[..length], out role))
            {
                return role;
            }
        }

        return Role.None;
    }

    private static FrozenDictionary<string, Role>.AlternateLookup<ReadOnlySpan<char>> Read(bool stems)
    {
        Dictionary<string, Role> words = new(StringComparer.Ordinal);
        foreach ((string section, string word) in PhraseFile.Read())
        {
            Role role = section switch
            {
                "plea asks" => Role.Ask,
                "plea things" => Role.Thing,
                "plea address" => Role.Address,
                _ => Role.None,
            };
            if (role != Role.None && word.EndsWith('*') == stems)
            {
                words.TryAdd(word.TrimEnd('*'), role);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
