using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Turns what is chosen in facets into the engine's filter groups, one a facet.</summary>
internal static class FilterTranslator
{
    /// <summary>The groups, named by their facets.</summary>
    internal static ImmutableArray<FilterGroup> Translate(ImmutableArray<FacetFilter> filters) =>
        [.. filters.Select(filter => new FilterGroup(filter.Field, Translate(filter)))];

    private static BooleanQuery Translate(FacetFilter filter) => new(
    [
        new BooleanClause(filter.Included.IsEmpty ? Query.All : AnyOf(filter.Field, filter.Included), Occur.Filter),
        .. filter.Excluded.IsEmpty ? [] : new[] { new BooleanClause(AnyOf(filter.Field, filter.Excluded), Occur.MustNot) },
    ]);

    private static BooleanQuery AnyOf(string field, ImmutableArray<string> values)
    {
        List<Query> any = [];
        if (values.Contains(FacetFields.Missing))
        {
            any.Add(QueryTranslator.Missing(field));
        }

        IEnumerable<string> present = values.Where(value => value != FacetFields.Missing);
        if (field == FacetFields.Date)
        {
            any.AddRange(present.Select(InPeriod));
        }
        else if (present.ToImmutableArray() is { IsEmpty: false } labels)
        {
            any.Add(new KeywordQuery(QueryTranslator.KeywordField(field), labels));
        }

        return BooleanQuery.AnyOf(any);
    }

    private static Query InPeriod(string text)
    {
        // A year, month or day is a value of its own column: no range needed.
        if (ArticleDate.TryParse(text, out ArticleDate date))
        {
            return new KeywordQuery(
                date.Precision switch
                {
                    DatePrecision.Year => ArticleFields.Year,
                    DatePrecision.Month => ArticleFields.Month,
                    _ => ArticleFields.Day,
                },
                text);
        }

        return DatePeriod.TryParse(text, out DatePeriod period) ? QueryTranslator.Period(period) : Query.None;
    }
}
