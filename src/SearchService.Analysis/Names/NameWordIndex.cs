using System.Collections.Immutable;
using SearchService.Analysis.Languages;

namespace SearchService.Analysis.Names;

/// <summary>Words of names, to find the spellings of one among: made once, then read by any number of threads.</summary>
/// <remarks>
/// What is found is exactly what comparing with each word by <see cref="NameSpelling.AreVariants"/> would find, but that of words in another
/// script only the nearest are taken, one name being heard in one way and written in many. Words of one script share a tree of
/// their letters, and a word is aligned with all of a tree at once: a branch is left as soon as it costs more than the limit.
/// </remarks>
public sealed class NameWordIndex
{
    /// <summary>How much farther than the nearest word of another script another one may be.</summary>
    internal const int MarginFromLatin = 120;

    /// <summary>As <see cref="MarginFromLatin"/>, among Latin words, where one name is written in many ways.</summary>
    internal const int MarginToLatin = 300;

    private readonly Dictionary<Script, Words> _scripts;

    // Of scripts other than Latin, by their Latin letters: what words of another such script are looked up in.
    private readonly Words _romanized;

    /// <param name="words">Words with counts, each once; those without letters, or too long for a name, are left out.</param>
    public NameWordIndex(IEnumerable<(string Word, long Count)> words)
    {
        Dictionary<Script, Dictionary<string, List<Entry>>> scripts = [];
        Dictionary<string, List<Entry>> romanized = new(StringComparer.Ordinal);
        foreach ((string word, long count) in words)
        {
            string letters = NameLetters.Of(word, out Script script);
            if (!IsCompared(script))
            {
                continue;
            }

            Entry entry = new(word, count, letters.Length);
            if (!scripts.TryGetValue(script, out Dictionary<string, List<Entry>>? own))
            {
                scripts.Add(script, own = new Dictionary<string, List<Entry>>(StringComparer.Ordinal));
            }

            Add(own, letters, entry);
            if (script != Script.Latin)
            {
                Add(romanized, NameSpelling.Romanized(letters), entry);
            }
            else if (NameLetters.Sounded(word) is { } sounded)
            {
                Add(own, sounded, entry);
            }

            Count++;
        }

        _scripts = scripts.ToDictionary(pair => pair.Key, pair => new Words(pair.Value));
        _romanized = new Words(romanized);
    }

    /// <summary>Gets how many words it holds.</summary>
    public int Count { get; }

    /// <summary>Finds the spellings of a word, itself among them where it was added.</summary>
    /// <param name="word">A word of a name.</param>
    /// <returns>The nearest first, then the most frequent, then by the word.</returns>
    public ImmutableArray<NameMatch> Find(string word) => Find(word, scale: 100);

    /// <summary>Finds the spellings of a word, and words as far as a multiple of that.</summary>
    /// <param name="word">A word of a name.</param>
    /// <param name="scale">Per cent of the limit.</param>
    internal ImmutableArray<NameMatch> Find(string word, int scale)
    {
        string letters = NameLetters.Of(word, out Script script);
        if (!IsCompared(script))
        {
            return [];
        }

        List<NameMatch> found = [];
        if (script == Script.Latin)
        {
            string? sounded = NameLetters.Sounded(word);
            foreach ((Script other, Words words) in _scripts)
            {
                List<NameMatch> own = [];
                Search search = new(letters.Length, scale, IsSameSide: other == Script.Latin, own);
                search.Run(letters, words, SpellingCosts.Of[other], reversed: other != Script.Latin);
                if (sounded is not null)
                {
                    search.Run(sounded, words, SpellingCosts.Of[other], reversed: other != Script.Latin);
                }

                found.AddRange(other == Script.Latin ? own : Nearest(own, MarginFromLatin));
            }
        }
        else
        {
            if (_scripts.TryGetValue(Script.Latin, out Words? latin))
            {
                List<NameMatch> own = [];
                new Search(letters.Length, scale, IsSameSide: false, own).Run(letters, latin, SpellingCosts.Of[script], reversed: false);
                found.AddRange(Nearest(own, MarginToLatin));
            }

            new Search(letters.Length, scale, IsSameSide: true, found).Run(NameSpelling.Romanized(letters), _romanized, SpellingCosts.Of[Script.Latin], reversed: false);
        }

        found.Sort(static (left, right) => (left.Distance, -left.Count).CompareTo((right.Distance, -right.Count)) is not 0 and int order
            ? order : string.CompareOrdinal(left.Name, right.Name));
        return [.. found.DistinctBy(static match => match.Name)]; // one of several readings is enough
    }

    // From one script to another what is written isn't what is heard: beside the nearest, only what is about as near is meant.
    private static IEnumerable<NameMatch> Nearest(List<NameMatch> found, int margin)
    {
        int nearest = found.Count == 0 ? 0 : found.Min(static match => match.Distance);
        return found.Where(match => match.Distance <= nearest + margin);
    }

    private static bool IsCompared(Script script) => script != Script.None && SpellingCosts.Of.ContainsKey(script);

    private static void Add(Dictionary<string, List<Entry>> words, string letters, Entry entry)
    {
        if (!words.TryGetValue(letters, out List<Entry>? same))
        {
            words.Add(letters, same = []);
        }

        same.Add(entry);
    }

    private readonly record struct Search(int Length, int Scale, bool IsSameSide, List<NameMatch> Found)
    {
        public void Run(string letters, Words words, SpellingCosts costs, bool reversed)
        {
            TrieAlignment alignment = new(words.Trie, costs, IsSameSide, reversed);
            foreach ((int group, int distance) in alignment.Find(NameSpelling.Bounded(letters), LimitTo(Length)))
            {
                foreach (Entry entry in words.Groups[group])
                {
                    if (distance <= LimitTo(entry.Length))
                    {
                        Found.Add(new NameMatch(entry.Word, entry.Count, distance));
                    }
                }
            }
        }

        private int LimitTo(int otherLength) => NameSpelling.Limit(Length, otherLength, IsSameSide) * Scale / 100;
    }

    private readonly record struct Entry(string Word, long Count, int Length);

    private sealed class Words
    {
        public Words(Dictionary<string, List<Entry>> words)
        {
            string[] letters = [.. words.Keys.Select(NameSpelling.Bounded)];
            Entry[][] groups = [.. words.Values.Select(static entries => entries.ToArray())];
            Array.Sort(letters, groups, StringComparer.Ordinal);
            (Trie, Groups) = (new LetterTrie(letters), groups);
        }

        public LetterTrie Trie { get; }

        public Entry[][] Groups { get; }
    }
}
