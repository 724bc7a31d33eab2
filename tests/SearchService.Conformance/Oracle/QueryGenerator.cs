using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Oracle;

/// <summary>A search and how it was typed.</summary>
/// <param name="Text">The query as typed; some words may have got other spellings.</param>
/// <param name="Query">What the backend is asked.</param>
internal sealed record GeneratedSearch(string Text, ArticleQuery Query)
{
    public override string ToString() =>
        $"{Text} | {QueryPrinter.Print(Query.Root)} | {string.Join(' ', Query.Filters.Select(static f => $"{f.Field}+{string.Join(',', f.Included)}-{string.Join(',', f.Excluded)}"))} | {Query.Sort} {Query.Collapse} {Query.Interval} {Query.Split}";
}

/// <summary>Makes searches: queries crossed with filters, orders, pages, facets and histograms.</summary>
/// <param name="articles">That they are about.</param>
/// <param name="random">Decides.</param>
internal sealed class QueryGenerator(IReadOnlyList<Article> articles, Random random)
{
    private const int MostSplitValues = 8;
    private readonly QueryTexts _texts = new(articles, random, SearchIn.Articles), _quoted = new(articles, random, SearchIn.Quotes);

    /// <summary>A search as a person asks for it.</summary>
    internal SearchRequest Request() => new()
    {
        Query = _texts.Next(),
        Filters = [.. Filters().DistinctBy(static filter => filter.Field)],
        Sort = (SortOrder)random.Next(3),
        Size = 1_000,
        Facets = FacetFields.All,
        FacetSize = 10_000,
        Passages = 0,
    };

    /// <summary>A search for articles as a backend is asked for it, holding only what it can execute.</summary>
    internal GeneratedSearch Search(IArticleIndex index) => Search(index, random.Next(40) == 0 ? "" : _texts.Next(), QueryFields.Text);

    /// <summary>A search for quotations.</summary>
    internal GeneratedSearch SearchForQuotations(IArticleIndex index)
    {
        GeneratedSearch search = Search(index, random.Next(40) == 0 ? "" : _quoted.Next(), QueryFields.Said);
        return search with { Query = search.Query with { Collapse = Collapse.None } };
    }

    private GeneratedSearch Search(IArticleIndex index, string text, string field)
    {
        ParsedQuery parsed = QuerySupport.Restrict(QueryParser.Parse(text, field: field), index.Capabilities, index.Refuse);
        HistogramInterval? interval = random.Next(3) == 0 ? null : (HistogramInterval)random.Next(4);
        return new GeneratedSearch(text, new ArticleQuery
        {
            Root = parsed.Root is null ? null : WithSpellings(parsed.Root),
            Filters = [.. Filters().Where(filter => index.Capabilities.Stories || filter.Field != FacetFields.Story).DistinctBy(static filter => filter.Field)],
            Sort = (SortOrder)random.Next(3),
            Collapse = index.Capabilities.Stories && random.Next(3) == 0 ? Collapse.Story : Collapse.None,
            Size = random.Next(100) == 0 ? 1_000 : random.Next(1, 13),
            Facets = [.. FacetFields.All.Where(_ => random.Next(2) == 0)],
            FacetSize = random.Next(2) == 0 ? 10_000 : random.Next(12),
            Interval = interval,
            Split = interval is null || random.Next(2) == 0 ? null : FacetFields.Splits[random.Next(FacetFields.Splits.Length)],
            SplitSize = MostSplitValues,
        });
    }

    /// <summary>Gives some words other spellings, as a name has: any words will do.</summary>
    private QueryNode WithSpellings(QueryNode node) => node switch
    {
        WordNode { Verbatim: false } word when random.Next(8) == 0 => word with { Variants = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => _texts.Spelling())] },
        BoostNode boost => boost with { Child = WithSpellings(boost.Child) },
        NearNode near => near with { Left = WithSpellings(near.Left), Right = WithSpellings(near.Right) },
        BooleanNode boolean => boolean with { Clauses = [.. boolean.Clauses.Select(clause => clause with { Node = WithSpellings(clause.Node) })] },
        _ => node,
    };

    private IEnumerable<FacetFilter> Filters()
    {
        for (int i = random.Next(3); i > 0; i--)
        {
            string field = FacetFields.Filters[random.Next(FacetFields.Filters.Length)];
            ImmutableArray<string> values = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(field)).Distinct()];
            yield return random.Next(3) == 0 ? new FacetFilter(field, [], values) : new FacetFilter(field, values, []);
        }
    }

    private string Value(string field)
    {
        if (random.Next(6) == 0)
        {
            return FacetFields.Missing;
        }

        Article article = articles[random.Next(articles.Count)];
        if (field != FacetFields.Date)
        {
            return NaiveDocument.ValuesOf(article, field).FirstOrDefault() ?? FacetFields.Missing;
        }

        string day = article.Date?.ToString() ?? "2016-01-01";
        return random.Next(5) switch
        {
            0 => day[..4],
            1 => day[..Math.Min(day.Length, 7)],
            2 => day,
            3 => $"{day[..Math.Min(day.Length, 7)]}..",
            _ => $"..{day}",
        };
    }
}
