using System.Globalization;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis.Patterns;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using LuceneParser = Lucene.Net.QueryParsers.Classic.QueryParser;

namespace SearchService.Backend.LuceneNet.Queries.Native;

/// <summary>Reads queries by Lucene's own parser: operators, precedence and Boolean clauses are Lucene's; what a word, phrase or pattern finds is as everywhere here.</summary>
/// <remarks>For one query.</remarks>
internal sealed class ClassicSyntax : LuceneParser
{
    /// <summary>What a caller asks for this syntax by.</summary>
    internal const string Name = "lucene";

    private const int MaxEdits = 2;

    private readonly QueryTranslator _translator;
    private int _clauses;

    private ClassicSyntax(QueryTranslator translator)
        : base(LuceneVersion.LUCENE_48, QueryFields.Text, new TermsOnly())
    {
        _translator = translator;
        AllowLeadingWildcard = true;
    }

    /// <summary>Reads a query.</summary>
    /// <param name="text">As given.</param>
    /// <param name="translator">Turns its words, phrases and patterns into queries.</param>
    /// <exception cref="ParseException">It is none; the message says why.</exception>
    internal static Query Read(string text, QueryTranslator translator)
    {
        RequireShallow(text);
        ClassicSyntax parser = new(translator);
        try
        {
            return parser.Parse(text);
        }
        catch (Exception exception) when (exception is ParseException or ArgumentException or InvalidPatternException)
        {
            throw new ParseException(Refusals.Describe(text, parser.Token, exception), exception);
        }
    }

    /// <inheritdoc/>
    protected override Query GetFieldQuery(string field, string queryText, bool quoted) => Leaf(
        quoted && IsOfWords(field) ? new PhraseNode(0, 0, Known(field), queryText)
        : Known(field) == QueryFields.Date ? new DateNode(0, 0, Period(queryText))
        : IsOfWords(field) ? new WordNode(0, 0, Known(field), queryText)
        : new ValueNode(0, 0, Known(field), queryText));

    /// <inheritdoc/>
    protected override Query GetFieldQuery(string field, string queryText, int slop) =>
        IsOfWords(field) ? Leaf(new PhraseNode(0, 0, Known(field), queryText, slop)) : GetFieldQuery(field, queryText, quoted: true);

    /// <inheritdoc/>
    protected override Query GetPrefixQuery(string field, string termStr) => Leaf(new PrefixNode(0, 0, OfWords(field), termStr));

    /// <inheritdoc/>
    protected override Query GetWildcardQuery(string field, string termStr) => (field, termStr) switch
    {
        ("*", "*") => Leaf(new AllNode(0, 0)),
        (_, "*") when Known(field) is not (QueryFields.Said or QueryFields.Speaker) => Leaf(new BooleanNode(0, 0, [new QueryClause(ClauseKind.MustNot, new MissingNode(0, 0, Known(field)))])),
        _ => Leaf(new WildcardNode(0, 0, OfWords(field), termStr)),
    };

    /// <inheritdoc/>
    protected override Query GetRegexpQuery(string field, string termStr) => Leaf(new RegexNode(0, 0, OfWords(field), termStr));

    /// <inheritdoc/>
    protected override Query GetFuzzyQuery(string field, string termStr, float minSimilarity)
    {
#pragma warning disable CS0612, CS0618 // Shares of a word's length are Lucene's older way to say how many edits
        int edits = FuzzyQuery.SingleToEdits(minSimilarity, termStr.Length);
#pragma warning restore CS0612, CS0618
        return minSimilarity > MaxEdits
            ? throw new ParseException(string.Create(CultureInfo.InvariantCulture, $"A word may be {MaxEdits} edits away at most, not {minSimilarity}."))
            : Leaf(edits == 0 ? new WordNode(0, 0, OfWords(field), termStr, Verbatim: true) : new FuzzyNode(0, 0, OfWords(field), termStr, edits));
    }

    /// <inheritdoc/>
    protected override Query GetRangeQuery(string field, string? part1, string? part2, bool startInclusive, bool endInclusive) => Leaf(Known(field) == QueryFields.Date
        ? new DateNode(0, 0, new DatePeriod(
            part1 is null ? null : startInclusive ? Date(part1).First : Date(part1).End,
            part2 is null ? null : endInclusive ? Date(part2).End : Date(part2).First))
        : new RangeNode(0, 0, Known(field), part1, part2, startInclusive, endInclusive));

    private static bool IsOfWords(string field) => QueryFields.OfWords.Contains(Known(field));

    private static string OfWords(string field) =>
        IsOfWords(field) ? Known(field) : throw new ParseException($"Field {Refusals.Shown(field)} holds whole values, to which patterns don't apply.");

    private static string Known(string field) =>
        QueryFields.TryResolve(field, out string? known) ? known : throw new ParseException($"There is no field {Refusals.Shown(field)}. The fields are {string.Join(", ", QueryFields.All)}.");

    private static DatePeriod Period(string text) => DatePeriod.TryParse(text, out DatePeriod period) ? period : throw NoDate(text);

    private static ArticleDate Date(string text) => ArticleDate.TryParse(text, out ArticleDate date) ? date : throw NoDate(text);

    private static ParseException NoDate(string text) => new($"{Refusals.Shown(text)} is no date. Understood are 2022, 2022-01 and 2022-01-13.");

    /// <summary>Lucene's parser recurses for each parenthesis outside quotation marks and slashes.</summary>
    private static void RequireShallow(string text)
    {
        int depth = 0, limit = QueryLimits.Default.MaxDepth;
        char within = '\0';
        for (int at = 0; at < text.Length; at++)
        {
            char sign = text[at];
            if (sign == '\\')
            {
                at++;
            }
            else if (within != '\0')
            {
                within = sign == within ? '\0' : within;
            }
            else if (sign is '"' or '/')
            {
                within = sign;
            }
            else
            {
                depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            }

            if (depth > limit)
            {
                throw new ParseException($"There are more than {limit} parentheses within parentheses (limit {nameof(QueryLimits.MaxDepth)}).");
            }
        }
    }

    private Query Leaf(QueryNode node) => ++_clauses <= QueryLimits.Default.MaxClauses
        ? _translator.Translate(node)
        : throw new ParseException($"There are more than {QueryLimits.Default.MaxClauses} words and phrases (limit {nameof(QueryLimits.MaxClauses)}).");
}
