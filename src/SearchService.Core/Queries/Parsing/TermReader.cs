using System.Globalization;
using SearchService.Core.Articles;

namespace SearchService.Core.Queries.Parsing;

/// <summary>Turns one term into a node, by the kind of its field; null when nothing is to be looked for, which then has a notice.</summary>
internal sealed class TermReader(NoticeList notices)
{
    /// <summary>The largest weight.</summary>
    public const int MaxBoost = 1_000_000;

    /// <summary>As many decimals as a printed weight keeps.</summary>
    public const int MaxBoostDecimals = 6;

    /// <summary>The largest slop and the largest distance of <c>NEAR</c>, in words.</summary>
    public const int MaxDistance = 10_000;

    private const int DefaultDistance = 10;
    private const int MaxEdits = 2;

    /// <summary>A word, a prefix, a pattern, a word by edit distance, a value, a date, or everything.</summary>
    /// <param name="token">The word.</param>
    /// <param name="tilde">What stands behind it, or null.</param>
    /// <param name="scope">What stands before it.</param>
    /// <param name="start">Where the term begins, its field included.</param>
    public QueryNode? ReadWord(Token token, Token? tilde, Scope scope, int start)
    {
        int length = (tilde ?? token).End - start;
        if (!scope.HoldsWords)
        {
            RefuseTilde(tilde);
            bool trims = !QueryFields.OfIds.Contains(scope.Field);
            TermText value = new(token.Text, wildcards: true, trims: false, questionMarkEnds: false);
            return value.IsAsterisks
                ? Existing(scope, start, token.End - start)
                : ReadValue(value.Plain, trims, value.HasWildcards && value.ToPattern().Contains('*', StringComparison.Ordinal), scope, start, token.End - start);
        }

        if (token.Text == "*:*" && !scope.IsNamed)
        {
            RefuseTilde(tilde);
            return new AllNode(start, token.End - start);
        }

        // The question mark of an address is its own.
        bool isAddress = token.Text.Contains("://", StringComparison.Ordinal);
        TermText text = new(token.Text, wildcards: !isAddress, trims: true, questionMarkEnds: !scope.IsNamed && tilde is null);
        if (text.IsAsterisks)
        {
            RefuseTilde(tilde);
            return Existing(scope, start, token.End - start);
        }

        if (!Characters.HasWord(text.Plain))
        {
            notices.Ignored(start, length);
            return null;
        }

        if (text.HasWildcards)
        {
            RefuseTilde(tilde);
            length = token.End - start;
            return text.TryGetPrefix(out string prefix)
                ? new PrefixNode(start, length, scope.Field, prefix)
                : new WildcardNode(start, length, scope.Field, text.ToPattern());
        }

        if (text.DroppedQuestionMark)
        {
            notices.Add(NoticeWordings.IgnoredQuestionMark, token.End - 1, 1, scope.Field, text.Plain);
        }

        return tilde is { } edits
            ? new FuzzyNode(start, length, scope.Field, text.Plain, ReadEdits(edits))
            : new WordNode(start, length, scope.Field, text.Plain, scope.Verbatim);
    }

    /// <summary>A phrase; in a field of values or dates, one of those.</summary>
    /// <param name="token">The phrase.</param>
    /// <param name="tilde">What stands behind it, or null.</param>
    /// <param name="scope">What stands before it.</param>
    /// <param name="start">Where the term begins, its field included.</param>
    public QueryNode? ReadPhrase(Token token, Token? tilde, Scope scope, int start)
    {
        if (!scope.HoldsWords)
        {
            RefuseTilde(tilde);
            return ReadValue(token.Text, trims: false, isPattern: false, scope, start, token.End - start);
        }

        int length = (tilde ?? token).End - start;
        if (!Characters.HasWord(token.Text))
        {
            notices.Add(NoticeWordings.EmptyPhrase, start, length);
            return null;
        }

        if (token.Text.Contains('*', StringComparison.Ordinal))
        {
            notices.Add(NoticeWordings.LiteralWildcard, token.Offset, token.Length);
        }

        return new PhraseNode(start, length, scope.Field, token.Text, tilde is { } slop ? ReadSlop(slop) : 0);
    }

    /// <summary>A regular expression, in a field of words.</summary>
    /// <param name="token">The expression.</param>
    /// <param name="tilde">What stands behind it, or null.</param>
    /// <param name="scope">What stands before it.</param>
    /// <param name="start">Where the term begins, its field included.</param>
    public QueryNode? ReadRegex(Token token, Token? tilde, Scope scope, int start)
    {
        RefuseTilde(tilde);
        if (!scope.HoldsWords)
        {
            RefusePattern(scope, start, token.End - start);
            return null;
        }

        return new RegexNode(start, token.End - start, scope.Field, token.Text);
    }

    /// <summary>A range: a period in the field date, else values or words between two bounds.</summary>
    /// <param name="token">The range.</param>
    /// <param name="tilde">What stands behind it, or null.</param>
    /// <param name="scope">What stands before it.</param>
    /// <param name="start">Where the term begins, its field included.</param>
    public QueryNode? ReadRange(Token token, Token? tilde, Scope scope, int start)
    {
        RefuseTilde(tilde);
        int length = token.End - start;
        RangeBounds bounds = token.Range!;
        if (scope.Field == FieldNames.Missing)
        {
            RefusePattern(scope, start, length);
            return null;
        }

        if (bounds is { Lower: null, Upper: null })
        {
            return Existing(scope, start, length);
        }

        if (scope.Field != QueryFields.Date)
        {
            return new RangeNode(start, length, scope.Field, bounds.Lower, bounds.Upper, bounds.IncludeLower || bounds.Lower is null, bounds.IncludeUpper || bounds.Upper is null);
        }

        if (DateTerms.TryRead(bounds, out DatePeriod period))
        {
            return new DateNode(start, length, period);
        }

        notices.Add(NoticeWordings.InvalidDate, start, length, notices.Excerpt(start, length));
        return null;
    }

    /// <summary>Says that a tilde applies to nothing here, if there is one.</summary>
    public void RefuseTilde(Token? tilde)
    {
        if (tilde is { } token)
        {
            notices.Add(NoticeWordings.TildeNotApplicable, token.Offset, token.Length, notices.Excerpt(token.Offset, token.Length));
        }
    }

    /// <summary>Reads the distance of <c>NEAR/8</c>; without one it is 10.</summary>
    public int ReadDistance(Token near)
    {
        int slash = near.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return DefaultDistance;
        }

        if (TryReadDistance(near.Text.AsSpan(slash + 1), out int distance))
        {
            return distance;
        }

        notices.Add(NoticeWordings.InvalidDistance, near.Offset, near.Length, notices.Excerpt(near.Offset, near.Length), $"{near.Text[..slash]}/{DefaultDistance}");
        return DefaultDistance;
    }

    /// <summary>Reads the weight behind <c>^</c>.</summary>
    public static bool TryReadBoost(ReadOnlySpan<char> text, out double factor)
    {
        bool isBoost = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && number <= MaxBoost && number.Scale <= MaxBoostDecimals;
        factor = isBoost ? (double)number : 1;
        return isBoost;
    }

    private QueryNode? ReadValue(ReadOnlySpan<char> text, bool trims, bool isPattern, Scope scope, int start, int length)
    {
        text = text.Trim();
        if (trims)
        {
            text = text.Trim(scope.Field == QueryFields.Date ? ",;!?" : ",;.!?'’").Trim();
        }

        if (text.IsEmpty)
        {
            notices.Ignored(start, length);
            return null;
        }

        switch (scope.Field)
        {
            case QueryFields.Date:
                if (DateTerms.TryRead(text, out DatePeriod period))
                {
                    return new DateNode(start, length, period);
                }

                notices.Add(NoticeWordings.InvalidDate, start, length, notices.Excerpt(start, length));
                return null;
            case FieldNames.Missing:
                if (QueryFields.TryResolve(text.ToString(), out string? field) && QueryFields.CanBeMissing.Contains(field))
                {
                    return new MissingNode(start, length, field);
                }

                notices.Add(
                    NoticeWordings.NeverMissing, start, length, notices.Excerpt(start, length), string.Join(", ", QueryFields.CanBeMissing.Order(StringComparer.Ordinal)));
                return null;
            default:
                if (isPattern && !QueryFields.OfIds.Contains(scope.Field))
                {
                    RefusePattern(scope, start, length);
                    return null;
                }

                return new ValueNode(start, length, scope.Field, text.ToString());
        }
    }

    /// <summary>An asterisk alone: everything, or everything that has a value in the field.</summary>
    private static QueryNode Existing(Scope scope, int start, int length)
    {
        if (!scope.IsNamed || scope.Field is QueryFields.Text or FieldNames.Missing || QueryFields.OfIds.Contains(scope.Field))
        {
            return new AllNode(start, length);
        }

        // Of one quotation a speaker is asked for, not of the article.
        return QueryFields.CanBeMissing.Contains(scope.Field) && scope.Field != QueryFields.Speaker
            ? new BooleanNode(start, length, [new QueryClause(ClauseKind.MustNot, new MissingNode(start, length, scope.Field))])
            : new WildcardNode(start, length, scope.Field, "*");
    }

    private void RefusePattern(Scope scope, int start, int length) => notices.Add(
        NoticeWordings.PatternNotApplicable, start, length, notices.Excerpt(start, length), scope.Field);

    private int ReadEdits(Token tilde)
    {
        if (tilde.Text is "" or "1" or "2")
        {
            return tilde.Text == "1" ? 1 : MaxEdits;
        }

        // Lucene once took a similarity below 1 here; everything above 2 is beyond what its automata do.
        int edits = double.TryParse(tilde.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is 0 ? 1 : MaxEdits;
        notices.Add(NoticeWordings.InvalidFuzziness, tilde.Offset, tilde.Length, notices.Excerpt(tilde.Offset, tilde.Length), $"{edits}");
        return edits;
    }

    private int ReadSlop(Token tilde)
    {
        if (TryReadDistance(tilde.Text, out int slop))
        {
            return slop;
        }

        notices.Add(NoticeWordings.InvalidSlop, tilde.Offset, tilde.Length, notices.Excerpt(tilde.Offset, tilde.Length));
        return 0;
    }

    private static bool TryReadDistance(ReadOnlySpan<char> text, out int distance) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out distance) && distance <= MaxDistance;
}
