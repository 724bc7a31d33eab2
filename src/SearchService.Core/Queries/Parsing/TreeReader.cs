using System.Globalization;

namespace SearchService.Core.Queries.Parsing;

/// <summary>Reads the tokens into a tree, by recursive descent: a method for each rule of the grammar.</summary>
/// <remarks>
/// Recursion happens in parentheses alone, whose depth is limited; all else are loops. Every token is consumed once, and each that
/// doesn't reach the tree has a notice. The grammar is in <c>docs/query-language.md</c>.
/// </remarks>
internal sealed class TreeReader(List<Token> tokens, QueryLimits limits, NoticeList notices)
{
    private const int DefaultDistance = 10;
    private const int MaxBoost = 1_000_000;
    private const int MaxBoostDecimals = 6;

    private readonly TermReader _terms = new(notices);
    private int _next;
    private int _termCount;
    private int _nearCount;

    /// <summary>Parentheses open at this point that were not minded, being too deep.</summary>
    private int _unminded;
    private bool _isTooDeep;

    private Token Current => tokens[_next];

    private int LastEnd => tokens[_next - 1].End;

    /// <summary>Reads the whole query.</summary>
    /// <returns>The tree, or null when nothing in it is to be looked for.</returns>
    public QueryNode? Read() => ReadAlternatives(Scope.Default, depth: 0);

    /// <summary><c>alternatives = sequence { OR sequence }</c>.</summary>
    private QueryNode? ReadAlternatives(Scope scope, int depth)
    {
        List<QueryClause> alternatives = [];
        Token? or = null;
        int start = Current.Offset;
        int end = start;
        while (true)
        {
            if (ReadSequence(scope, depth) is { } alternative)
            {
                alternatives.Add(alternative);
                (or, end) = (null, LastEnd);
            }
            else if (or is { } dangling)
            {
                NoteDangling(dangling);
                or = null;
            }

            if (Current.Kind != TokenKind.Or)
            {
                break;
            }

            if (alternatives.Count > 0)
            {
                or = Current;
            }
            else
            {
                NoteDangling(Current);
            }

            _next++;
        }

        return Clauses.Join(alternatives, start, end);
    }

    /// <summary><c>sequence = near { [ AND ] near }</c>, as a clause of the alternatives it is one of; null when it holds nothing.</summary>
    private QueryClause? ReadSequence(Scope scope, int depth)
    {
        List<QueryClause> clauses = [];
        Token? and = null;
        int left = 0;
        int start = Current.Offset;
        int end = start;
        while (true)
        {
            Token token = Current;
            switch (token.Kind)
            {
                case TokenKind.Close when _unminded > 0:
                    _unminded--;
                    break;
                case TokenKind.Close when depth == 0:
                    notices.Error(QueryNoticeCodes.UnbalancedParenthesis, token.Offset, token.Length, "Nothing opens what this parenthesis closes; it was ignored.");
                    break;
                case TokenKind.End or TokenKind.Or or TokenKind.Close:
                    if (and is { } last)
                    {
                        NoteDangling(last);
                    }

                    return Clauses.ToAlternative(clauses, scope, start, end);
                case TokenKind.And when and is null && clauses.Count > 0:
                    and = token;
                    break;
                case TokenKind.And or TokenKind.Near:
                    NoteDangling(token);
                    break;
                case TokenKind.Boost or TokenKind.Tilde or TokenKind.Stray:
                    notices.Ignored(token.Offset, token.Length);
                    break;
                default:
                    int before = clauses.Count;
                    ReadNear(scope, depth, clauses);
                    if (clauses.Count > before)
                    {
                        if (and is not null)
                        {
                            Clauses.MakeExplicit(clauses, left);
                        }

                        (and, left, end) = (null, before, LastEnd);
                    }

                    continue;
            }

            _next++;
        }
    }

    /// <summary><c>near = unary { NEAR unary }</c>; adds one clause, none, or several where <c>NEAR</c> can't apply.</summary>
    private void ReadNear(Scope scope, int depth, List<QueryClause> clauses)
    {
        int first = clauses.Count;
        ReadUnary(scope, depth, clauses);
        while (Current.Kind == TokenKind.Near)
        {
            Token near = Current;
            _next++;
            int right = clauses.Count;
            if (Current.BeginsOperand)
            {
                ReadUnary(scope, depth, clauses);
            }

            if (right == first || right == clauses.Count)
            {
                NoteDangling(near);
            }
            else if (Clauses.WhyNotNear(clauses[right - 1], clauses[right]) is { } reason)
            {
                notices.Error(QueryNoticeCodes.NearNotApplicable, near.Offset, near.Length, $"{reason}; ‘{near.Text}’ was read as AND.");
                Clauses.MakeExplicit(clauses, right - 1);
            }
            else if (_nearCount == limits.MaxDepth)
            {
                NoteTooDeep(near);
                Clauses.MakeExplicit(clauses, right - 1);
            }
            else
            {
                QueryNode node = clauses[right - 1].Node;
                node = new NearNode(node.Offset, LastEnd - node.Offset, node, clauses[right].Node, ReadDistance(near), Ordered: near.Text[0] == 'O');
                clauses[right - 1] = clauses[right - 1] with { Node = node, Implicit = clauses[right - 1].Implicit && clauses[right].Implicit };
                clauses.RemoveAt(right);
                _nearCount++;
            }
        }
    }

    /// <summary><c>unary = { NOT | + | - | ! } weighted</c>; adds no clause when there is nothing to look for.</summary>
    private void ReadUnary(Scope scope, int depth, List<QueryClause> clauses)
    {
        int start = Current.Offset;
        int prefixEnd = start;
        bool required = false;
        bool excluded = false;
        bool onlySigns = true;
        while (true)
        {
            if (Current.Kind == TokenKind.Field && tokens[_next + 1].IsSign)
            {
                MoveSignBeforeField();
            }

            if (!Current.IsSign && Current.Kind != TokenKind.Not)
            {
                break;
            }

            onlySigns &= Current.IsSign;
            required |= Current.Kind == TokenKind.Plus;
            excluded ^= Current.Kind != TokenKind.Plus;
            prefixEnd = Current.End;
            _next++;
        }

        int added = clauses.Count;
        if (Current.BeginsOperand)
        {
            ReadWeighted(scope, depth, clauses);
        }

        if (clauses.Count == added)
        {
            if (prefixEnd > start)
            {
                NoteDangling(start, prefixEnd - start, onlySigns);
            }
        }
        else if (required || excluded)
        {
            List<QueryClause> operand = clauses[added..];
            clauses.RemoveRange(added, operand.Count);
            QueryNode node = operand is [var only] ? only.Node : new BooleanNode(start, LastEnd - start, [.. operand]);
            clauses.Add(new QueryClause(excluded ? ClauseKind.MustNot : ClauseKind.Must, node));
        }
    }

    /// <summary><c>weighted = { field : } primary [ ~ number ] [ ^ number ]</c>; two clauses where an unknown field is read as a word.</summary>
    private void ReadWeighted(Scope scope, int depth, List<QueryClause> clauses)
    {
        int start = Current.Offset;
        Token? field = null;
        while (true)
        {
            Token token = Current;
            switch (token.Kind)
            {
                case TokenKind.Field:
                    scope = scope.Within(token.Text);
                    field = token;
                    break;
                case TokenKind.UnknownField:
                    Token name = token with { Length = token.Text.Length };
                    Clauses.Add(clauses, Count(_terms.ReadWord(name, tilde: null, scope, name.Offset)));
                    start = token.End;
                    break;
                case TokenKind.Open when depth >= limits.MaxDepth:
                    _unminded++;
                    NoteTooDeep(token);
                    break;
                case TokenKind.Stray when field is not null:
                    notices.Ignored(token.Offset, token.Length);
                    break;
                case TokenKind.Open:
                    Clauses.Add(clauses, ReadGroup(scope, depth, start));
                    return;
                case TokenKind.Word or TokenKind.Phrase or TokenKind.Regex or TokenKind.Range:
                    Clauses.Add(clauses, ReadTerm(scope, start));
                    return;
                default:
                    if (field is { } lost)
                    {
                        notices.Error(QueryNoticeCodes.FieldWithoutValue, lost.Offset, lost.Length, $"Nothing follows {notices.Excerpt(lost.Offset, lost.Length)} and it was ignored.");
                    }

                    return;
            }

            _next++;
        }
    }

    private QueryNode? ReadTerm(Scope scope, int start)
    {
        Token token = Current;
        _next++;
        ReadSuffixes(out Token? tilde, out Token? boost);
        QueryNode? term = Count(token.Kind switch
        {
            TokenKind.Word => _terms.ReadWord(token, tilde, scope, start),
            TokenKind.Phrase => _terms.ReadPhrase(token, tilde, scope, start),
            TokenKind.Regex => _terms.ReadRegex(token, tilde, scope, start),
            _ => _terms.ReadRange(token, tilde, scope, start),
        });
        return Weigh(term, boost, start);
    }

    /// <summary><c>group = ( alternatives )</c>.</summary>
    private QueryNode? ReadGroup(Scope scope, int depth, int start)
    {
        Token open = Current;
        _next++;
        QueryNode? inside = null;
        if (Current.Kind == TokenKind.Close)
        {
            notices.Tell(QueryNoticeCodes.EmptyGroup, start, Current.End - start, "There is nothing between these parentheses; they were ignored.");
        }
        else
        {
            inside = ReadAlternatives(scope, depth + 1);
        }

        if (Current.Kind == TokenKind.Close)
        {
            _next++;
        }
        else
        {
            notices.Error(QueryNoticeCodes.UnbalancedParenthesis, open.Offset, open.Length, "This parenthesis is never closed; the group was taken to go on to the end.");
        }

        ReadSuffixes(out Token? tilde, out Token? boost);
        _terms.RefuseTilde(tilde);
        return Weigh(inside, boost, start);
    }

    /// <summary>Takes what hangs on a term, in either order; a second one of a kind is refused.</summary>
    private void ReadSuffixes(out Token? tilde, out Token? boost)
    {
        tilde = boost = null;
        for (; Current.Kind is TokenKind.Tilde or TokenKind.Boost; _next++)
        {
            if (Current.Kind == TokenKind.Tilde && tilde is null)
            {
                tilde = Current;
            }
            else if (Current.Kind == TokenKind.Boost && boost is null)
            {
                boost = Current;
            }
            else if (Current.Kind == TokenKind.Tilde)
            {
                _terms.RefuseTilde(Current);
            }
            else
            {
                RefuseBoost(Current);
            }
        }
    }

    private QueryNode? Weigh(QueryNode? node, Token? boost, int start)
    {
        if (boost is not { } token)
        {
            return node;
        }

        if (node is null)
        {
            notices.Ignored(token.Offset, token.Length);
            return null;
        }

        if (decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal factor)
            && factor <= MaxBoost && factor.Scale <= MaxBoostDecimals)
        {
            return new BoostNode(start, token.End - start, node, (double)factor);
        }

        RefuseBoost(token);
        return node;
    }

    private void RefuseBoost(Token token) => notices.Error(
        QueryNoticeCodes.InvalidBoost, token.Offset, token.Length, $"{notices.Excerpt(token.Offset, token.Length)} was ignored: a weight is one ^ and a number up to {MaxBoost:N0} with at most {MaxBoostDecimals} decimals.");

    private int ReadDistance(Token near)
    {
        int slash = near.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return DefaultDistance;
        }

        if (TermReader.TryReadDistance(near.Text.AsSpan(slash + 1), out int distance))
        {
            return distance;
        }

        notices.Error(QueryNoticeCodes.InvalidDistance, near.Offset, near.Length, $"‘{near.Text}’ was read as {near.Text[..slash]}/{DefaultDistance}: the distance is a whole number of words up to {TermReader.MaxDistance:N0}.");
        return DefaultDistance;
    }

    /// <summary><c>title:-word</c> means <c>-title:word</c>.</summary>
    private void MoveSignBeforeField()
    {
        (Token field, Token sign) = (Current, tokens[_next + 1]);
        notices.Tell(QueryNoticeCodes.MisplacedOperator, sign.Offset, sign.Length, $"A sign stands before the field; this one was read so: {(sign.Kind == TokenKind.Plus ? '+' : '-')}{field.Text}:…");
        (tokens[_next], tokens[_next + 1]) = (sign, field);
    }

    private void NoteDangling(Token token) => NoteDangling(token.Offset, token.Length, token.IsSign);

    private void NoteDangling(int offset, int length, bool isSign)
    {
        if (isSign)
        {
            notices.Ignored(offset, length);
            return;
        }

        notices.Error(QueryNoticeCodes.DanglingOperator, offset, length, $"{notices.Excerpt(offset, length)} has nothing to join and was ignored. In lower case, or between quotation marks, it is a word.");
    }

    private void NoteTooDeep(Token token)
    {
        if (!_isTooDeep)
        {
            _isTooDeep = true;
            notices.Error(
                QueryNoticeCodes.QueryTooDeep, token.Offset, token.Length, $"From here on parentheses within parentheses, or NEAR, are not minded: there are more than {limits.MaxDepth} (limit MaxDepth, which the operator of the service can raise to {QueryLimits.HighestDepth}).");
        }
    }

    /// <summary>Counts a term, and drops it when there are too many.</summary>
    private QueryNode? Count(QueryNode? term)
    {
        if (term is null || ++_termCount <= limits.MaxClauses)
        {
            return term;
        }

        if (_termCount == limits.MaxClauses + 1)
        {
            notices.Error(
                QueryNoticeCodes.TooManyClauses, term.Offset, tokens[^1].End - term.Offset, $"The words and phrases from here on were ignored: there are more than {limits.MaxClauses} (limit MaxClauses, which the operator of the service can raise).");
        }

        return null;
    }
}
