using System.Text;
using SearchService.Analysis;
using SearchService.Core.Articles;
using SearchService.Core.Queries;

namespace SearchService.Conformance.Oracle;

/// <summary>Quotations in plain lists: each is held against a query by looking at its words, and at all of its article.</summary>
/// <param name="articles">With their quotations.</param>
internal sealed class NaiveQuotations(IEnumerable<Article> articles)
{
    private readonly Dictionary<QueryNode, HashSet<string>> _found = new(ReferenceEqualityComparer.Instance);
    private readonly NaiveArchive _archive = new(articles);
    private readonly ILookup<string, Quotation> _quotations =
        articles.SelectMany(article => article.Quotes.Select(quote => new Quotation(article, quote))).ToLookup(quotation => quotation.Article.Id, StringComparer.Ordinal);

    /// <summary>Each quotation.</summary>
    internal IEnumerable<Quotation> All => _quotations.SelectMany(ofArticle => ofArticle);

    /// <summary>Whether a quotation is found by a query for quotations.</summary>
    internal bool Matches(QueryNode? root, Quotation quotation) => root is null || Holds(root, quotation);

    /// <summary>Whether an article is found by a query for articles.</summary>
    internal bool Matches(QueryNode? root, Article article) => root is null || HoldsIn(root, article);

    private bool Holds(QueryNode node, Quotation quotation) => node switch
    {
        BoostNode boost => Holds(boost.Child, quotation),
        BooleanNode boolean => Decide(boolean.Clauses, clause => Holds(clause, quotation)),
        _ when FieldOf(node) == QueryFields.Said => Has(node, quotation.Said),
        _ when FieldOf(node) == QueryFields.Speaker => Has(node, quotation.Speaker),
        _ => HasWords(node, quotation.Article),
    };

    private bool HoldsIn(QueryNode node, Article article)
    {
        if (node is BoostNode boost)
        {
            return HoldsIn(boost.Child, article);
        }

        if (node is not BooleanNode boolean)
        {
            return IsOfQuotation(node) ? _quotations[article.Id].Any(quotation => Holds(node, quotation)) : HasWords(node, article);
        }

        // What is required and what is excluded of quotations is asked of one of them, when anything is required.
        QueryClause[] ofOne = [.. boolean.Clauses.Where(clause => clause.Kind != ClauseKind.Should && IsOfQuotation(clause.Node))];
        bool needsOne = ofOne.Any(clause => clause.Kind == ClauseKind.Must);
        QueryClause[] others = [.. boolean.Clauses.Where(clause => !needsOne || !ofOne.Contains(clause))];
        bool hasOne = needsOne && _quotations[article.Id].Any(quotation => Decide(ofOne, clause => Holds(clause, quotation)));
        return needsOne
            ? hasOne && (others.Length == 0 || others.All(clause => clause.Kind == ClauseKind.Should) || Decide(others, clause => HoldsIn(clause, article)))
            : Decide(others, clause => HoldsIn(clause, article));
    }

    private static bool Decide(IEnumerable<QueryClause> clauses, Func<QueryNode, bool> holds)
    {
        QueryClause[] all = [.. clauses];
        QueryClause[] must = [.. all.Where(clause => clause.Kind == ClauseKind.Must)], should = [.. all.Where(clause => clause.Kind == ClauseKind.Should)];
        return must.All(clause => holds(clause.Node))
            && !all.Any(clause => clause.Kind == ClauseKind.MustNot && holds(clause.Node))
            && (must.Length > 0 || should.Length == 0 || should.Any(clause => holds(clause.Node)));
    }

    private bool HasWords(QueryNode node, Article article)
    {
        if (!_found.TryGetValue(node, out HashSet<string>? found))
        {
            _found.Add(node, found = _archive.Search(node, []));
        }

        return found.Contains(article.Id);
    }

    private static bool IsOfQuotation(QueryNode node) => node switch
    {
        BoostNode boost => IsOfQuotation(boost.Child),
        BooleanNode boolean => boolean.Clauses.All(clause => IsOfQuotation(clause.Node)),
        _ => FieldOf(node) is QueryFields.Said or QueryFields.Speaker,
    };

    private static string FieldOf(QueryNode node) => node switch
    {
        WordNode word => word.Field,
        PhraseNode phrase => phrase.Field,
        PrefixNode prefix => prefix.Field,
        _ => "",
    };

    private static bool Has(QueryNode node, string[][] words) => node switch
    {
        WordNode { Field: QueryFields.Said } word => Follow(words[1], Tokens(word.Text)[1]),
        WordNode word => Tokens(word.Text)[0].All(wanted => words[0].Contains(wanted, StringComparer.Ordinal)),
        PhraseNode phrase => Follow(words[0], Tokens(phrase.Text)[0]),
        PrefixNode prefix => words[0].Any(word => word.StartsWith(prefix.Prefix.ToLowerInvariant(), StringComparison.Ordinal)),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private static bool Follow(string[] words, string[] wanted) => wanted.Length > 0
        && Enumerable.Range(0, Math.Max(0, words.Length - wanted.Length + 1)).Any(start => words.AsSpan(start, wanted.Length).SequenceEqual(wanted));

    // As written, and stemmed.
    private static string[][] Tokens(string text)
    {
        List<string> written = [], stems = [];
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset(text);
        while (reader.Next())
        {
            written.Add(Encoding.UTF8.GetString(reader.Term(TermForm.Written)));
            stems.Add(Encoding.UTF8.GetString(reader.Term(TermForm.Word)));
        }

        return [[.. written], [.. stems]];
    }

    /// <summary>A quotation.</summary>
    internal sealed record Quotation(Article Article, Quote Quote)
    {
        internal string[][] Said { get; } = Tokens(Quote.Text);

        internal string[][] Speaker { get; } = Tokens(Quote.Speaker ?? "");
    }
}
