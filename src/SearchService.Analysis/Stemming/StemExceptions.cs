namespace SearchService.Analysis.Stemming;

/// <summary>The words that Snowball's English stemmer lists whole.</summary>
internal static class StemExceptions
{
    private const int Longest = 6;

    /// <summary>Looks a word up.</summary>
    /// <param name="word">The word; overwritten by its stem when it is listed.</param>
    /// <param name="length">The stem's length.</param>
    /// <returns>Whether it is listed.</returns>
    public static bool TryStem(Span<byte> word, out int length)
    {
        length = word.Length;
        if (word.Length > Longest)
        {
            return false;
        }

        ReadOnlySpan<byte> stem = word[0] switch
        {
            (byte)'s' => word.SequenceEqual("skis"u8) ? "ski"u8
                : word.SequenceEqual("skies"u8) || word.SequenceEqual("sky"u8) ? "sky"u8
                : word.SequenceEqual("singly"u8) ? "singl"u8 : default,
            (byte)'i' => word.SequenceEqual("idly"u8) ? "idl"u8 : default,
            (byte)'g' => word.SequenceEqual("gently"u8) ? "gentl"u8 : default,
            (byte)'u' => word.SequenceEqual("ugly"u8) ? "ugli"u8 : default,
            (byte)'e' => word.SequenceEqual("early"u8) ? "earli"u8 : default,
            (byte)'o' => word.SequenceEqual("only"u8) ? "onli"u8 : default,
            (byte)'n' => word.SequenceEqual("news"u8) ? "news"u8 : default,
            (byte)'h' => word.SequenceEqual("howe"u8) ? "howe"u8 : default,
            (byte)'a' => word.SequenceEqual("atlas"u8) ? "atlas"u8 : word.SequenceEqual("andes"u8) ? "andes"u8 : default,
            (byte)'c' => word.SequenceEqual("cosmos"u8) ? "cosmos"u8 : default,
            (byte)'b' => word.SequenceEqual("bias"u8) ? "bias"u8 : default,
            _ => default,
        };
        if (stem.IsEmpty)
        {
            return false;
        }

        stem.CopyTo(word);
        length = stem.Length;
        return true;
    }
}
