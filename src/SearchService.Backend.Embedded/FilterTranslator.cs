using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Turns what is chosen in facets into the engine's filter groups, one a facet.</summary>
/// <param name="fields">Of the documents that are filtered.</param>
internal sealed class FilterTranslator(LabelFields fields)
{
    /// <summary>The groups, named by their facets.</summary>
    internal ImmutableArray<FilterGroup> Translate(ImmutableArray<FacetFilter> filters) =>
        [.. filters.Select(filter => new FilterGroup(filter.Field, Translate(filter)))];

    private BooleanQuery Translate(FacetFilter filter) => new(
    [
        new BooleanClause(filter.Included.IsEmpty ? Query.All : AnyOf(filter.Field, filter.Included), Occur.Filter),
        .. filter.Excluded.IsEmpty ? [] : new[] { new BooleanClause(AnyOf(filter.Field, filter.Excluded), Occur.MustNot) },
    ]);

    private BooleanQuery AnyOf(string field, ImmutableArray<string> values)
    {
        List<Query> any = [];
        if (values.Contains(FacetFields.Missing))
        {
            any.Add(QueryTranslator.MissingLabel(fields, field));
        }

        IEnumerable<string> present = values.Where(value => value != FacetFields.Missing);
        if (field == FacetFields.Date)
        {
            any.AddRange(present.Select(InPeriod));
        }
        else if (present.ToImmutableArray() is { IsEmpty: false } labels)
        {
            any.Add(new KeywordQuery(fields.Of(field), labels));
        }

        return BooleanQuery.AnyOf(any);
    }

    private Query InPeriod(string text)
    {
        // A year, month or day is a value of its own column: no range needed.
        if (ArticleDate.TryParse(text, out ArticleDate date))
        {
            return new KeywordQuery(fields.Of(date.Precision), text);
        }

        return DatePeriod.TryParse(text, out DatePeriod period) ? QueryTranslator.Period(fields, period) : Query.None;
    }
}
