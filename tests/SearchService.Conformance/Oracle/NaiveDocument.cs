using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Oracle;

/// <summary>An article, or one of its quotations, with the words of its fields.</summary>
internal sealed class NaiveDocument
{
    private readonly Dictionary<string, NaiveText> _texts;

    internal NaiveDocument(Article article, NaiveVocabulary words)
    {
        (Article, Analyzer) = (article, TextAnalyzer.ForLanguage(article.Language));
        _texts = new(StringComparer.Ordinal)
        {
            [QueryFields.Title] = words.Read(article.Title, Analyzer),
            [QueryFields.Body] = words.Read(article.Text, Analyzer),
            [QueryFields.Source] = words.Read(Name(article.Source ?? ""), Analyzer),
            [QueryFields.Author] = words.Read(string.Join('\n', article.Authors.Select(Name)), Analyzer),
            [QueryFields.Topic] = words.Read(string.Join('\n', article.Topics.Select(Name)), Analyzer),
        };
        Quotations = [.. article.Quotes.Select(quote => new NaiveDocument(this, quote, words))];
    }

    private NaiveDocument(NaiveDocument article, Quote quote, NaiveVocabulary words)
    {
        (Article, Analyzer, Quote, Whole) = (article.Article, article.Analyzer, quote, article);
        _texts = new(StringComparer.Ordinal)
        {
            [QueryFields.Said] = words.Read(quote.Text, Analyzer),
            [QueryFields.Speaker] = words.Read(Name(quote.Speaker ?? ""), Analyzer),
        };
    }

    internal Article Article { get; }

    /// <summary>How its words are stemmed.</summary>
    internal TextAnalyzer Analyzer { get; }

    /// <summary>The quotation that it is; null for an article.</summary>
    internal Quote? Quote { get; }

    /// <summary>The article that a quotation stands in.</summary>
    internal NaiveDocument? Whole { get; }

    /// <summary>The quotations of an article, in the order of the text.</summary>
    internal ImmutableArray<NaiveDocument> Quotations { get; } = [];

    /// <summary>The words of a field, empty where there are none.</summary>
    internal NaiveText this[string field] => _texts.GetValueOrDefault(field, NaiveText.Empty);

    /// <summary>The texts that a field of a query stands for.</summary>
    internal static ImmutableArray<string> TextsOf(string field) => field == QueryFields.Text ? [QueryFields.Title, QueryFields.Body] : [field];

    /// <summary>The values of an article's facet or label; of dates the year.</summary>
    internal static IEnumerable<string> ValuesOf(Article article, string field) => field switch
    {
        FacetFields.Source => One(article.Source),
        FacetFields.Country => One(article.Country),
        FacetFields.Stance => One(article.Stance),
        FacetFields.Language => One(article.Language),
        FacetFields.Author => article.Authors.Distinct(),
        FacetFields.Topic => article.Topics.Distinct(),
        FacetFields.Date => One(article.Date?.First.Year.ToString("D4")),
        FacetFields.Story => One(article.StoryId),
        FacetFields.Speaker => article.Quotes.SelectMany(quote => One(quote.Speaker)).Distinct(),
        QueryFields.Id => One(article.Id),
        _ => [],
    };

    /// <summary>Its own values: the speaker of a quotation, all else of its article.</summary>
    internal IEnumerable<string> Values(string field) => Quote is not null && field == FacetFields.Speaker ? One(Quote.Speaker) : ValuesOf(Article, field);

    /// <summary>Whether a filter lets it pass.</summary>
    internal bool Passes(FacetFilter filter) =>
        (filter.Included.IsEmpty || filter.Included.Any(value => Has(filter.Field, value))) && !filter.Excluded.Any(value => Has(filter.Field, value));

    private static string Name(string name) => name.Replace('_', ' ');

    private static IEnumerable<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private bool Has(string field, string value) =>
        value == FacetFields.Missing ? !Values(field).Any()
        : field == FacetFields.Date ? Article.Date is { } date && DatePeriod.TryParse(value, out DatePeriod period) && period.Contains(date)
        : Values(field).Contains(value);
}
