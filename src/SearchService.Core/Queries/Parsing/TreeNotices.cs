namespace SearchService.Core.Queries.Parsing;

/// <summary>What <see cref="TreeReader"/> has to say, in words.</summary>
internal sealed class TreeNotices(QueryLimits limits, NoticeList notices)
{
    private bool _isTooDeep;
    private bool _hasTooManyPairs;

    /// <summary>An operator has no operand.</summary>
    public void Dangling(Token token) => Dangling(token.Offset, token.Length, token.IsSign);

    /// <summary>A run of operators has no operand.</summary>
    /// <param name="offset">First UTF-16 unit.</param>
    /// <param name="length">UTF-16 units.</param>
    /// <param name="areSigns">None of them is a word: then it is mere punctuation.</param>
    public void Dangling(int offset, int length, bool areSigns)
    {
        if (areSigns)
        {
            notices.Ignored(offset, length);
            return;
        }

        notices.Add(NoticeWordings.DanglingOperator, offset, length, notices.Excerpt(offset, length));
    }

    /// <summary>A sign stands behind a field's colon.</summary>
    public void Misplaced(Token sign, Token field) => notices.Add(
        NoticeWordings.MisplacedOperator, sign.Offset, sign.Length, $"{(sign.Kind == TokenKind.Plus ? '+' : '-')}{field.Text}");

    /// <summary>What follows <c>^</c> is no weight, or there was one already.</summary>
    public void BadBoost(Token token) => notices.Add(NoticeWordings.InvalidBoost, token.Offset, token.Length, notices.Excerpt(token.Offset, token.Length));

    /// <summary>Parentheses, or <c>NEAR</c>, beyond the limit; told once.</summary>
    public void TooDeep(Token token)
    {
        if (!_isTooDeep)
        {
            _isTooDeep = true;
            notices.Add(NoticeWordings.QueryTooDeep, token.Offset, token.Length, $"{limits.MaxDepth}");
        }
    }

    /// <summary>What is required on both sides of a <c>NEAR</c> makes too many pairs; told once.</summary>
    public void TooManyPairs(Token near)
    {
        if (!_hasTooManyPairs)
        {
            _hasTooManyPairs = true;
            notices.Add(NoticeWordings.TooManyPairs, near.Offset, near.Length, notices.Excerpt(near.Offset, near.Length), $"{limits.MaxClauses}");
        }
    }

    /// <summary>Terms beyond the limit; told once.</summary>
    /// <param name="offset">Where the first one dropped begins.</param>
    /// <param name="end">Where the query ends.</param>
    public void TooManyTerms(int offset, int end) => notices.Add(NoticeWordings.TooManyClauses, offset, end - offset, $"{limits.MaxClauses}");
}
