using System.Text;

namespace SearchService.Analysis;

/// <summary>Normalizes pieces of terms that aren't tokens: the text before the star of <c>peac*</c>.</summary>
public static class TermNormalizer
{
    /// <summary>Folds a prefix the way tokens are folded, unstemmed.</summary>
    /// <param name="prefix">The prefix as typed.</param>
    /// <returns>The prefix of <see cref="TermForm.Written"/> terms and of <see cref="TermForm.Folded"/> terms, as UTF-8; often equal.</returns>
    public static (byte[] Written, byte[] Folded) FoldPrefix(string prefix)
    {
        byte[] written = Encoding.UTF8.GetBytes(prefix.Replace('’', '\'').ToLowerInvariant());
        return (written, written);
    }
}
