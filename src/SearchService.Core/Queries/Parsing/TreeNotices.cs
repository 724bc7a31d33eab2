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

        notices.Error(QueryNoticeCodes.DanglingOperator, offset, length, $"{notices.Excerpt(offset, length)} has nothing to join and was ignored. In lower case, or between quotation marks, it is a word.");
    }

    /// <summary>A sign stands behind a field's colon.</summary>
    public void Misplaced(Token sign, Token field) => notices.Tell(
        QueryNoticeCodes.MisplacedOperator, sign.Offset, sign.Length, $"A sign stands before its field: this was read as ‘{(sign.Kind == TokenKind.Plus ? '+' : '-')}{field.Text}:…’.");

    /// <summary>What follows <c>^</c> is no weight, or there was one already.</summary>
    public void BadBoost(Token token) => notices.Error(
        QueryNoticeCodes.InvalidBoost, token.Offset, token.Length, $"{notices.Excerpt(token.Offset, token.Length)} was ignored: a weight is one ^ and a number up to {TermReader.MaxBoost:N0} with at most {TermReader.MaxBoostDecimals} decimals.");

    /// <summary>Parentheses, or <c>NEAR</c>, beyond the limit; told once.</summary>
    public void TooDeep(Token token)
    {
        if (!_isTooDeep)
        {
            _isTooDeep = true;
            notices.Error(
                QueryNoticeCodes.QueryTooDeep, token.Offset, token.Length, $"From here on parentheses within parentheses, or NEAR, are not minded: there are more than {limits.MaxDepth} (limit MaxDepth, which the operator of the service can raise to {QueryLimits.HighestDepth}).");
        }
    }

    /// <summary>What is required on both sides of a <c>NEAR</c> makes too many pairs; told once.</summary>
    public void TooManyPairs(Token near)
    {
        if (!_hasTooManyPairs)
        {
            _hasTooManyPairs = true;
            notices.Error(
                QueryNoticeCodes.TooManyClauses, near.Offset, near.Length, $"‘{near.Text}’ was read as AND: each word required on its one side would have to be near each on the other, more than {limits.MaxClauses} further words in all (limit MaxClauses, which the operator of the service can raise).");
        }
    }

    /// <summary>Terms beyond the limit; told once.</summary>
    /// <param name="offset">Where the first one dropped begins.</param>
    /// <param name="end">Where the query ends.</param>
    public void TooManyTerms(int offset, int end) => notices.Error(
        QueryNoticeCodes.TooManyClauses, offset, end - offset, $"The words and phrases from here on were ignored: there are more than {limits.MaxClauses} (limit MaxClauses, which the operator of the service can raise).");
}
