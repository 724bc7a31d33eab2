using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Segments;

/// <summary>Finds what stands between single marks, which apostrophes look like, and puts it among what stands between double ones.</summary>
/// <remarks>Reusable, for one thread. Looks at each mark of a paragraph at most twice.</remarks>
internal sealed class SingleMarks
{
    private readonly List<QuotedSegment> _found = [];

    /// <summary>Gets how many tokens have been looked at because of a mark so far, for tests of what it costs.</summary>
    public long Looks { get; private set; }

    /// <summary>Reads a paragraph.</summary>
    /// <param name="tokens">The article.</param>
    /// <param name="range">The paragraph.</param>
    /// <param name="language">Knows the words that an apostrophe begins.</param>
    /// <param name="doubles">What stands between double marks there, ascending.</param>
    /// <param name="all">Gets both, ascending; of two within one another the outer one.</param>
    public void Read(ArticleTokens tokens, TokenRange range, QuotationLanguage language, List<QuotedSegment> doubles, List<QuotedSegment> all)
    {
        Find(tokens, range, language, doubles);
        int next = 0;
        foreach (QuotedSegment segment in doubles)
        {
            while (next < _found.Count && _found[next].First < segment.First)
            {
                all.Add(_found[next++]);
            }

            if (next == 0 || _found[next - 1].Last < segment.First)
            {
                all.Add(segment);
            }
        }

        while (next < _found.Count)
        {
            all.Add(_found[next++]);
        }
    }

    private void Find(ArticleTokens tokens, TokenRange range, QuotationLanguage language, List<QuotedSegment> doubles)
    {
        _found.Clear();
        int open = -1;
        int within = 0; // the first double segment that doesn't end before the token
        for (int token = range.Start; token < range.End; token++)
        {
            if (!IsSingle(tokens, token))
            {
                continue;
            }

            Looks++;
            while (within < doubles.Count && doubles[within].Last < token)
            {
                within++;
            }

            if (within < doubles.Count && doubles[within].First <= token)
            {
                continue;
            }

            switch (MarkReader.SingleRole(tokens, token, language))
            {
                case MarkRole.Open when open < 0:
                    open = token;
                    break;
                case MarkRole.Close when open >= 0 && token > open + 1 && !IsPlural(tokens, token, range.End, language):
                    _found.Add(new QuotedSegment(open, token, true, true, true, false));
                    open = -1;
                    break;
            }
        }
    }

    /// <summary>Whether a mark is the apostrophe of "the workers' strike": after an s, before a word, and the mark that closes follows.</summary>
    private bool IsPlural(ArticleTokens tokens, int token, int end, QuotationLanguage language)
    {
        if (tokens.Text[tokens[token].Start - 1] is not ('s' or 'S' or 'z') || token + 1 == end || !tokens[token + 1].IsWord)
        {
            return false;
        }

        for (int next = token + 1; next < end; next++)
        {
            Looks++;
            if (IsSingle(tokens, next) && MarkReader.SingleRole(tokens, next, language) is var role && role != MarkRole.None)
            {
                return role == MarkRole.Close;
            }
        }

        return false;
    }

    private static bool IsSingle(ArticleTokens tokens, int token) =>
        tokens[token].Kind == TokenKind.Quotation && QuotationMarks.IsSingle(tokens.Text[tokens[token].Start]);
}
