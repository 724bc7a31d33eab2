namespace SearchService.Analysis.Stemming;

/// <summary>Endings of words, of which the longest that a word has is found; what Snowball calls <c>among</c>.</summary>
/// <remarks>Immutable. A look-up compares the endings that share the word's last letter, longest first.</remarks>
internal sealed class SuffixTable
{
    private const int Buckets = 64; // by the last letter's low bits; a letter that shares them costs a comparison

    private readonly (string Suffix, int Group)[] _suffixes; // by bucket, then longest first
    private readonly int[] _starts = new int[Buckets + 1];

    /// <summary>Makes a table.</summary>
    /// <param name="groups">Endings with a space between them; what is done with those of a group is the same.</param>
    public SuffixTable(params ReadOnlySpan<string> groups)
    {
        var all = new List<(string Suffix, int Group)>();
        for (int group = 0; group < groups.Length; group++)
        {
            foreach (string suffix in groups[group].Split(' '))
            {
                all.Add((suffix, group));
            }
        }

        _suffixes = [.. all.OrderBy(entry => BucketOf(entry.Suffix[^1])).ThenByDescending(entry => entry.Suffix.Length)];
        foreach ((string suffix, _) in _suffixes)
        {
            _starts[BucketOf(suffix[^1]) + 1]++;
        }

        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            _starts[bucket + 1] += _starts[bucket];
        }
    }

    /// <summary>Finds the longest ending a word has.</summary>
    /// <param name="word">The letters in which the whole ending must lie.</param>
    /// <param name="length">Its length in letters.</param>
    /// <returns>The number of its group, or -1.</returns>
    public int Find(ReadOnlySpan<char> word, out int length)
    {
        length = 0;
        if (word.IsEmpty)
        {
            return -1;
        }

        int bucket = BucketOf(word[^1]);
        for (int i = _starts[bucket]; i < _starts[bucket + 1]; i++)
        {
            (string suffix, int group) = _suffixes[i];
            if (word.EndsWith(suffix))
            {
                length = suffix.Length;
                return group;
            }
        }

        return -1;
    }

    private static int BucketOf(char letter) => letter % Buckets;
}
