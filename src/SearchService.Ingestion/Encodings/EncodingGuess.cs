using System.Text;

namespace SearchService.Ingestion.Encodings;

/// <summary>Tells the encoding of bytes that aren't UTF-8 by what they would say in each.</summary>
/// <param name="Encoding">The one that fits best.</param>
/// <param name="Score">How well: 1 is text of a language's most frequent letters and nothing else.</param>
internal readonly record struct EncodingGuess(Encoding Encoding, double Score)
{
    /// <summary>Bytes outside ASCII below which there is nothing to tell by.</summary>
    private const int LeastEvidence = 8;

    private const int LongestSample = 128 << 10;
    private const double LeastScore = 0.45;

    // The encoding in which most of the world's legacy text is wins where another is better by a hair.
    private const double WesternBonus = 0.04;

    private static readonly Lazy<SingleByteScore[]> SingleByte =
        new(static () => [.. Alphabets.CodePages.Select(static page => new SingleByteScore(page.CodePage, page.Languages))]);

    /// <summary>Guesses.</summary>
    /// <param name="bytes">Any; a sample of them is looked at.</param>
    /// <returns>Null where the bytes are too few, mostly UTF-8, or text in no encoding that is known.</returns>
    public static EncodingGuess? Of(ReadOnlySpan<byte> bytes)
    {
        if (IsIso2022Jp(bytes))
        {
            return new EncodingGuess(EncodingLabels.OfCodePage(50220), 1);
        }

        ReadOnlySpan<byte> sample = SampleOf(bytes);
        if (CountHigh(sample) < LeastEvidence || IsMostlyUtf8(sample))
        {
            return null;
        }

        int best = 0;
        double bestScore = LeastScore;
        foreach (SingleByteScore candidate in SingleByte.Value)
        {
            double score = candidate.Of(sample) + (candidate.CodePage == 1252 ? WesternBonus : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate.CodePage, score);
            }
        }

        foreach ((int codePage, Func<byte, byte, int> worth) in DoubleByteScore.CodePages)
        {
            double score = DoubleByteScore.Of(worth, codePage is 932 or 51932, sample);
            if (score > bestScore)
            {
                (best, bestScore) = (codePage, score);
            }
        }

        return best == 0 ? null : new EncodingGuess(EncodingLabels.OfCodePage(best), bestScore);
    }

    /// <summary>How well bytes fit an encoding that was declared.</summary>
    /// <returns>Null for an encoding that isn't judged.</returns>
    public static double? ScoreOf(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = SampleOf(bytes);
        if (Array.Find(SingleByte.Value, candidate => candidate.CodePage == encoding.CodePage) is { } single)
        {
            return single.Of(sample);
        }

        (int codePage, Func<byte, byte, int>? worth) = Array.Find(DoubleByteScore.CodePages, candidate => candidate.CodePage == encoding.CodePage);
        return worth is null ? null : DoubleByteScore.Of(worth, codePage is 932 or 51932, sample);
    }

    /// <summary>Whether bytes are UTF-8 with some damage, or a little of something else pasted in.</summary>
    public static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        long inSequences = 0, other = 0;
        while (true)
        {
            int next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return inSequences > other;
            }

            bytes = bytes[next..];
            bool good = Rune.DecodeFromUtf8(bytes, out _, out int length) == System.Buffers.OperationStatus.Done;
            (inSequences, other) = good ? (inSequences + length, other) : (inSequences, other + length);
            bytes = bytes[length..];
        }
    }

    // Pages begin with markup: the sample begins near the first byte that tells anything.
    private static ReadOnlySpan<byte> SampleOf(ReadOnlySpan<byte> bytes)
    {
        int first = Math.Max(0, bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF));
        return bytes.Slice(first, Math.Min(LongestSample, bytes.Length - first));
    }

    private static int CountHigh(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte value in bytes)
        {
            count += value >> 7;
        }

        return count;
    }

    // The only one in use that has no byte outside ASCII: it turns to two-byte characters by an escape.
    private static bool IsIso2022Jp(ReadOnlySpan<byte> bytes) =>
        (bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0) && bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0;
}
