namespace SearchService.Evaluation.Stories;

/// <summary>How much of one text is in another, told by other means than the product's.</summary>
internal static class WordOverlap
{
    private const int MostWords = 4000;

    /// <summary>The longest common subsequence of words of four letters and more, as a part of the shorter text's; bit-parallel (Hyyrö, 2004).</summary>
    public static double Of(string first, string second)
    {
        string[] a = Words(first), b = Words(second);
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        int length = (a.Length + 63) / 64;
        Dictionary<string, ulong[]> places = new(StringComparer.Ordinal);
        for (int i = 0; i < a.Length; i++)
        {
            if (!places.TryGetValue(a[i], out ulong[]? set))
            {
                places.Add(a[i], set = new ulong[length]);
            }

            set[i >> 6] |= 1UL << i;
        }

        ulong[] row = new ulong[length];
        Array.Fill(row, ulong.MaxValue);
        foreach (string word in b)
        {
            if (places.TryGetValue(word, out ulong[]? set))
            {
                ulong carry = 0;
                for (int i = 0; i < length; i++)
                {
                    ulong both = row[i] & set[i];
                    UInt128 sum = (UInt128)row[i] + both + carry;
                    carry = (ulong)(sum >> 64);
                    row[i] = (ulong)sum | (row[i] & ~set[i]);
                }
            }
        }

        int common = 0;
        for (int i = 0; i < a.Length; i++)
        {
            common += (row[i >> 6] >> i & 1) == 0 ? 1 : 0;
        }

        return (double)common / Math.Min(a.Length, b.Length);
    }

    private static string[] Words(string text) =>
        [.. text.ToLowerInvariant().Split([.. text.Where(static c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => word.Length >= 4).Take(MostWords)];
}
