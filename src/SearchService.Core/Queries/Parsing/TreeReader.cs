using System.Collections.Immutable;

namespace SearchService.Core.Queries.Parsing;

/// <summary>Reads the tokens into a tree, by recursive descent: a method for each rule of the grammar.</summary>
/// <remarks>
/// Recursion happens in parentheses alone, whose depth is limited; all else are loops. Every token is consumed once, and each that
/// doesn't reach the tree has a notice. The grammar is in <c>docs/query-language.md</c>.
/// </remarks>
internal sealed class TreeReader(List<Token> tokens, QueryLimits limits, NoticeList notices)
{
    private readonly TermReader _terms = new(notices);
    private readonly TreeNotices _notes = new(limits, notices);
    private int _next;
    private int _termCount;
    private int _nearCount;
    private long _repeatedTerms;

    /// <summary>Parentheses open at this point that were not minded, being too deep.</summary>
    private int _unminded;

    private Token Current => tokens[_next];

    private int LastEnd => tokens[_next - 1].End;

    /// <summary>Reads the whole query.</summary>
    /// <param name="field">Where a word without a field is looked for.</param>
    /// <returns>The tree, or null when nothing in it is to be looked for.</returns>
    public QueryNode? Read(string field) => ReadAlternatives(Scope.Outside(field), depth: 0);

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
                _notes.Dangling(dangling);
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
                _notes.Dangling(Current);
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
                    notices.Add(NoticeWordings.UnopenedParenthesis, token.Offset, token.Length);
                    break;
                case TokenKind.End or TokenKind.Or or TokenKind.Close:
                    if (and is { } last)
                    {
                        _notes.Dangling(last);
                    }

                    return Clauses.ToAlternative(clauses, scope, start, end);
                case TokenKind.And when and is null && clauses.Count > 0:
                    and = token;
                    break;
                case TokenKind.And or TokenKind.Near:
                    _notes.Dangling(token);
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
                _notes.Dangling(near);
            }
            else if (Clauses.WhyNotNear(clauses[right - 1], clauses[right], out ImmutableArray<string> fields) is { } reason)
            {
                notices.Add(reason, near.Offset, near.Length, [notices.Excerpt(near.Offset, near.Length), .. fields]);
                Clauses.MakeExplicit(clauses, right - 1);
            }
            else if (_nearCount == limits.MaxDepth)
            {
                _notes.TooDeep(near);
                Clauses.MakeExplicit(clauses, right - 1);
            }
            else
            {
                QueryNode left = clauses[right - 1].Node;
                NearNode node = new(left.Offset, LastEnd - left.Offset, left, clauses[right].Node, _terms.ReadDistance(near), Ordered: near.Text[0] == 'O');
                long repeated = NearDistribution.Repeated(node);
                if (_repeatedTerms + repeated > limits.MaxClauses)
                {
                    _notes.TooManyPairs(near);
                    Clauses.MakeExplicit(clauses, right - 1);
                    continue;
                }

                _repeatedTerms += repeated;
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
                _notes.Dangling(start, prefixEnd - start, onlySigns);
            }
        }
        else if (prefixEnd > start)
        {
            List<QueryClause> operand = clauses[added..];
            clauses.RemoveRange(added, operand.Count);
            QueryNode node = operand is [var only] ? only.Node : new BooleanNode(start, LastEnd - start, [.. operand]);
            if (!excluded)
            {
                // Neither a plus nor two NOTs, which undo each other, leave a node of their own: the operand's stands for them.
                node = node with { Offset = start, Length = node.Offset + node.Length - start };
            }

            clauses.Add(new QueryClause(excluded ? ClauseKind.MustNot : ClauseKind.Must, node, Implicit: !excluded && !required));
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
                    Clauses.Add(clauses, Count(_terms.ReadWord(name, tilde: null, scope, start)));
                    (start, field) = (token.End, null);
                    break;
                case TokenKind.Open when depth >= limits.MaxDepth:
                    _unminded++;
                    _notes.TooDeep(token);
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
                        notices.Add(NoticeWordings.FieldIgnored, start, lost.End - start, notices.Excerpt(start, lost.End - start));
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
            notices.Add(NoticeWordings.EmptyGroup, start, Current.End - start);
        }
        else
        {
            inside = ReadAlternatives(scope, depth + 1);
            if (inside is null && start < open.Offset)
            {
                notices.Add(NoticeWordings.EmptyGroupOfField, start, open.End - start);
            }
        }

        if (Current.Kind == TokenKind.Close)
        {
            if (inside is null && Current.Length > 1)
            {
                notices.Ignored(Current.Offset + 1, Current.Length - 1);
            }

            _next++;
        }
        else
        {
            notices.Add(NoticeWordings.UnclosedParenthesis, open.Offset, open.Length);
        }

        // The node stands for all that was written, so that its place accounts for the field and the parentheses too.
        inside = inside is null ? null : inside with { Offset = start, Length = LastEnd - start };
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
                _notes.BadBoost(Current);
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

        if (TermReader.TryReadBoost(token.Text, out double factor))
        {
            return new BoostNode(start, LastEnd - start, node, factor);
        }

        _notes.BadBoost(token);
        return node;
    }

    /// <summary><c>title:-word</c> means <c>-title:word</c>.</summary>
    private void MoveSignBeforeField()
    {
        (Token field, Token sign) = (Current, tokens[_next + 1]);
        _notes.Misplaced(sign, field);
        (tokens[_next], tokens[_next + 1]) = (sign, field);
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
            _notes.TooManyTerms(term.Offset, tokens[^1].End);
        }

        return null;
    }
}
