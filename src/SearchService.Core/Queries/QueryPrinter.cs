using System.Globalization;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Core.Queries.Parsing;

namespace SearchService.Core.Queries;

/// <summary>Writes a tree in the query language, with every field and operator spelt out.</summary>
/// <remarks>
/// What is printed is a query: parsing it gives the same tree again, but for offsets and for what is <see cref="QueryClause.Implicit"/>
/// (each required clause is printed with <c>+</c>). A name with other spellings is printed as alternatives. A <see cref="NativeNode"/> is printed as it is, and is a query in its own syntax.
/// </remarks>
public static class QueryPrinter
{
    /// <summary>Prints a tree, such as <c>+text:peace* +(text:tokaev OR text:tokayev)</c>.</summary>
    /// <param name="node">The tree, or null for all articles.</param>
    public static string Print(QueryNode? node)
    {
        StringBuilder text = new();
        Write(text, node ?? new AllNode(0, 0));
        return text.ToString();
    }

    private static void Write(StringBuilder text, QueryNode node)
    {
        switch (node)
        {
            case AllNode:
                text.Append("*:*");
                break;
            case NoneNode:
                text.Append("-*:*");
                break;
            case WordNode { Variants.IsEmpty: false } name:
                WriteSpellings(text, name);
                break;
            case WordNode word:
                text.Append(word.Verbatim ? FieldNames.Verbatim : "").Append(word.Verbatim ? ":" : "");
                QueryEscaping.AppendWord(Named(text, word.Field), word.Text);
                break;
            case PhraseNode phrase:
                QueryEscaping.AppendQuoted(Named(text, phrase.Field), phrase.Text);
                _ = phrase.Slop == 0 ? text : text.Append('~').Append(phrase.Slop);
                break;
            case PrefixNode prefix:
                QueryEscaping.AppendPrefix(Named(text, prefix.Field), prefix.Prefix);
                text.Append('*');
                break;
            case WildcardNode wildcard:
                QueryEscaping.AppendPattern(Named(text, wildcard.Field), wildcard.Pattern);
                break;
            case FuzzyNode fuzzy:
                QueryEscaping.AppendWord(Named(text, fuzzy.Field), fuzzy.Text);
                text.Append('~').Append(fuzzy.Edits);
                break;
            case RegexNode regex:
                QueryEscaping.AppendRegex(Named(text, regex.Field), regex.Pattern);
                break;
            case ValueNode value:
                QueryEscaping.AppendValue(Named(text, value.Field), value.Value);
                break;
            case RangeNode range:
                Named(text, range.Field).Append(range.IncludeLower ? '[' : '{');
                QueryEscaping.AppendBound(text, range.Lower).Append(" TO ");
                QueryEscaping.AppendBound(text, range.Upper).Append(range.IncludeUpper ? ']' : '}');
                break;
            case DateNode date:
                WritePeriod(Named(text, QueryFields.Date), date.Period);
                break;
            case MissingNode missing:
                Named(text, FieldNames.Missing).Append(missing.Field);
                break;
            case NativeNode native:
                text.Append(native.Text);
                break;
            case BoostNode boost:
                WriteOperand(text, boost.Child, parenthesised: boost.Child is BooleanNode or NearNode or BoostNode or NoneNode);
                text.Append('^').Append(((decimal)boost.Factor).ToString("0.######", CultureInfo.InvariantCulture));
                break;
            case NearNode near:
                WriteOperand(text, near.Left, parenthesised: near.Left is BooleanNode);
                text.Append(near.Ordered ? " ONEAR/" : " NEAR/").Append(near.Distance).Append(' ');
                WriteOperand(text, near.Right, parenthesised: near.Right is BooleanNode or NearNode);
                break;
            case BooleanNode boolean:
                WriteClauses(text, boolean);
                break;
        }
    }

    private static void WriteSpellings(StringBuilder text, WordNode name)
    {
        QueryEscaping.AppendWord(Named(text.Append('('), name.Field), name.Text);
        foreach (string variant in name.Variants)
        {
            QueryEscaping.AppendWord(Named(text.Append(" OR "), name.Field), variant);
        }

        text.Append(')');
    }

    private static StringBuilder Named(StringBuilder text, string field) => text.Append(field).Append(':');

    private static void WriteOperand(StringBuilder text, QueryNode node, bool parenthesised)
    {
        _ = parenthesised ? text.Append('(') : text;
        Write(text, node);
        _ = parenthesised ? text.Append(')') : text;
    }

    /// <summary>
    /// Required and excluded clauses stand side by side, optional ones are joined by <c>OR</c>. Where there are all three, those
    /// not excluded make a required group: the same matches and scores, in a form that the grammar has.
    /// </summary>
    private static void WriteClauses(StringBuilder text, BooleanNode boolean)
    {
        bool hasOptional = boolean.Clauses.Any(clause => clause.Kind == ClauseKind.Should);
        bool grouped = hasOptional && boolean.Clauses.Any(clause => clause.Kind == ClauseKind.MustNot);
        string separator = grouped ? "+(" : "";
        foreach (QueryClause clause in boolean.Clauses.Where(clause => !hasOptional || clause.Kind != ClauseKind.MustNot))
        {
            text.Append(separator);
            WriteClause(text, clause);
            separator = hasOptional ? " OR " : " ";
        }

        _ = grouped ? text.Append(')') : text;
        foreach (QueryClause clause in boolean.Clauses.Where(clause => grouped && clause.Kind == ClauseKind.MustNot))
        {
            text.Append(' ');
            WriteClause(text, clause);
        }
    }

    private static void WriteClause(StringBuilder text, QueryClause clause)
    {
        text.Append(clause.Kind switch { ClauseKind.Must => "+", ClauseKind.MustNot => "-", _ => "" });
        WriteOperand(text, clause.Node, parenthesised: clause.Node is BooleanNode or NearNode or NoneNode);
    }

    /// <summary>One date where the period is a day, a month or a year; else its first and last day.</summary>
    private static void WritePeriod(StringBuilder text, DatePeriod period)
    {
        if (period.From is { } first)
        {
            foreach (ArticleDate date in (ReadOnlySpan<ArticleDate>)[ArticleDate.OfYear(first.Year), ArticleDate.OfMonth(first.Year, first.Month), ArticleDate.OfDay(first)])
            {
                if (DatePeriod.Of(date) == period)
                {
                    text.Append(date);
                    return;
                }
            }
        }

        text.Append('[').Append(period.From is { } from ? ArticleDate.OfDay(from) : "*").Append(" TO ");
        _ = period.To switch
        {
            null => text.Append("*]"),
            { } to when to == DateOnly.MinValue => text.Append(ArticleDate.OfDay(to)).Append('}'),
            { } to => text.Append(ArticleDate.OfDay(to.AddDays(-1))).Append(']'),
        };
    }
}
