namespace SearchService.Ingestion.Stories;

/// <summary>The shingles of a text that stand for all of them: pairs of words whose hash is below a bound.</summary>
/// <remarks>
/// <para>MinHash in the form of Broder, "On the resemblance and containment of documents", 1997: which shingles are kept depends on the
/// shingle alone, so two texts keep the same ones of those they share, and the part of a sample that another has estimates how much of the
/// text is in the other, also when one of them is far longer. A signature of fixed length knows resemblance alone.</para>
/// <para>Two words a shingle: where three in ten words are changed, half of the pairs are left, but a quarter of the runs of four.</para>
/// </remarks>
internal static class ShingleSample
{
    private const int WordsPerShingle = 16;
    private const int MostTimes = 4;

    /// <summary>Keeps a text's shingles.</summary>
    /// <param name="hashes">Of its words.</param>
    /// <param name="about">About how many shingles of a text of usual length.</param>
    /// <param name="sample">Overwritten: ascending, distinct.</param>
    public static void Take(ReadOnlySpan<uint> hashes, int about, List<uint> sample)
    {
        sample.Clear();
        ulong bound = (ulong)(RateOf(hashes.Length, about) * (1UL << 32));
        for (int i = 1; i < hashes.Length; i++)
        {
            uint key = KeyOf(hashes[i - 1], hashes[i]);
            if (key < bound)
            {
                sample.Add(key);
            }
        }

        sample.Sort();
        int kept = 0;
        for (int i = 0; i < sample.Count; i++)
        {
            if (i == 0 || sample[i] != sample[kept - 1])
            {
                sample[kept++] = sample[i];
            }
        }

        sample.RemoveRange(kept, sample.Count - kept);
    }

    /// <summary>Which part of a text's shingles is kept: one in 16 of a long text, more of a short one, fewer of what is no article any more.</summary>
    /// <param name="words">How long the text is.</param>
    /// <param name="about">As for <see cref="Take"/>.</param>
    public static double RateOf(int words, int about) =>
        Math.Min(1, Math.Clamp(words / WordsPerShingle, about, about * MostTimes) / (double)words);

    private static uint KeyOf(uint first, uint second)
    {
        ulong pair = ((ulong)first << 32 | second) * 0x9E3779B97F4A7C15;
        pair ^= pair >> 32;
        return (uint)((pair * 0xD6E8FEB86659FD93) >> 32);
    }
}
