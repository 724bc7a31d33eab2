using SearchService.Analysis.Folding;

namespace SearchService.Analysis;

/// <summary>Normalizes pieces of terms that aren't tokens: the text before the star of <c>peac*</c>.</summary>
public static class TermNormalizer
{
    /// <summary>Folds a prefix the way tokens are folded, unstemmed.</summary>
    /// <param name="prefix">The prefix as typed; not divided into tokens.</param>
    /// <returns>
    /// The prefix of <see cref="TermForm.Written"/> terms and of <see cref="TermForm.Folded"/> terms, as UTF-8; often equal. A
    /// term shortened by <see cref="LongTerms"/> is found by what it kept of its beginning.
    /// </returns>
    public static (byte[] Written, byte[] Folded) FoldPrefix(string prefix)
    {
        var written = new ByteBuffer();
        var folded = new ByteBuffer();
        new TokenFolder().Fold(prefix, written, folded);
        return (written.Bytes.ToArray(), folded.Bytes.ToArray());
    }
}
