using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Core.Searching;

/// <summary>Refuses requests for what isn't there, or for too much; each error names the limit and how to raise it.</summary>
/// <param name="index">Says what it can do.</param>
/// <param name="limits">What a request may ask for.</param>
internal sealed class RequestCheck(IArticleIndex index, SearchLimits limits)
{
    /// <summary>Refuses a cursor that an older state of the index gave.</summary>
    /// <param name="after">Of the cursor, or null for none.</param>
    /// <param name="state">That answers.</param>
    /// <exception cref="InvalidRequestException">It is one.</exception>
    internal static void IsOfGeneration(HitPosition? after, IndexState state)
    {
        if (after is { } position && position.Generation != state.Generation)
        {
            throw new InvalidRequestException(
                "cursor_outdated", "cursor", $"The index has changed from generation {position.Generation} to {state.Generation} since the page before. Repeat the first request without a cursor.");
        }
    }

    /// <summary>Refuses a search for quotations that asks for what isn't there, or for too much.</summary>
    /// <exception cref="InvalidRequestException">It does.</exception>
    internal void ValidateForQuotations(SearchRequest request)
    {
        ValidatePlace(SearchIn.Quotes);
        ValidateSyntax(request.Syntax, SearchIn.Quotes);
        Validate(request);
        if (request.Collapse != Collapse.None)
        {
            throw new InvalidRequestException("not_supported", "collapse", "Quotations aren't shown by story; filter by story instead.");
        }
    }

    /// <summary>Refuses to look for quotations where there are none.</summary>
    /// <exception cref="InvalidRequestException">The index knows none.</exception>
    internal void ValidatePlace(SearchIn place)
    {
        if (place == SearchIn.Quotes && !index.Capabilities.Quotations)
        {
            throw new InvalidRequestException("not_supported", "query", "This index knows no quotations.");
        }
    }

    /// <summary>Refuses a syntax that the backend doesn't read, and any but the product's where quotations are looked for.</summary>
    /// <exception cref="InvalidRequestException">It is one.</exception>
    internal void ValidateSyntax(string? syntax, SearchIn place)
    {
        if (syntax is null)
        {
            return;
        }

        if (!index.Capabilities.Syntaxes.Contains(syntax, StringComparer.Ordinal))
        {
            string others = index.Capabilities.Syntaxes is { IsEmpty: false } known ? $", and {string.Join(", ", known)}" : "";
            throw new InvalidRequestException("not_supported", "syntax", $"This index doesn't read queries in the syntax '{syntax}'. It reads the query language, without 'syntax'{others}.");
        }

        if (place == SearchIn.Quotes)
        {
            throw new InvalidRequestException("not_supported", "syntax", "Quotations are searched in the query language alone, without 'syntax'.");
        }
    }

    /// <summary>Refuses a search for articles that asks for what isn't there, or for too much.</summary>
    /// <exception cref="InvalidRequestException">It does.</exception>
    internal void Validate(SearchRequest request)
    {
        ValidateSyntax(request.Syntax, SearchIn.Articles);
        Within(request.Size, limits.MaxSize, "size", nameof(SearchLimits.MaxSize));
        Within(request.Skip, limits.MaxSkip, "skip", nameof(SearchLimits.MaxSkip));
        if (request is { Skip: > 0, Cursor: not null })
        {
            throw new InvalidRequestException("invalid_parameter", "skip", "'skip' is given together with 'cursor', which has a place of its own; give one of them.");
        }

        Within(request.FacetSize, limits.MaxFacetSize, "facetSize", nameof(SearchLimits.MaxFacetSize));
        Within(request.Passages, limits.MaxPassages, "passages", nameof(SearchLimits.MaxPassages));
        Within(request.Quotations, limits.MaxQuotations, "quotes", nameof(SearchLimits.MaxQuotations));
        if (!index.Capabilities.Stories && request.Collapse != Collapse.None)
        {
            throw NoStories("collapse");
        }

        foreach (string field in request.Facets)
        {
            Known(field, FacetFields.All, "facets");
        }

        if (request.Split is { } split)
        {
            Known(split, FacetFields.Splits, "split");
            if (request.Interval is null)
            {
                throw new InvalidRequestException("invalid_parameter", "split", "'split' is given without 'interval': there is no histogram to split. Ask for one.");
            }
        }

        ValidateFilters(request.Filters);
    }

    /// <summary>Refuses filters that no search takes.</summary>
    /// <exception cref="InvalidRequestException">There is no such field, or no such period, or there are too many values.</exception>
    internal void ValidateFilters(ImmutableArray<FacetFilter> filters)
    {
        // Of all facets together: the parameter is none of them.
        Within(filters.Sum(filter => filter.Included.Length + filter.Excluded.Length), limits.MaxFilterValues, "filters", nameof(SearchLimits.MaxFilterValues));
        if (!index.Capabilities.Stories && filters.Any(static filter => filter.Field == FacetFields.Story))
        {
            throw NoStories(FacetFields.Story);
        }

        foreach (FacetFilter filter in filters)
        {
            Known(filter.Field, FacetFields.Filters, filter.Field);
            if (filter.Field == FacetFields.Date
                && filter.Included.Concat(filter.Excluded).FirstOrDefault(value => value != FacetFields.Missing && !DatePeriod.TryParse(value, out _)) is { } bad)
            {
                throw new InvalidRequestException(
                    "invalid_date", "date", $"'{bad}' is no period. Use 2022, 2022-01, 2022-01-13, or a range such as 2022-01-05..2022-02, open at either end.");
            }
        }
    }

    private static InvalidRequestException NoStories(string parameter) =>
        new("not_supported", parameter, "This index doesn't know which articles are one story.");

    private static void Known(string field, ImmutableArray<string> fields, string parameter)
    {
        if (!fields.Contains(field, StringComparer.Ordinal))
        {
            throw new InvalidRequestException("unknown_facet", parameter, $"There is no facet '{field}'. There are: {string.Join(", ", fields)}.");
        }
    }

    /// <summary>Refuses a number beyond a limit, and names it.</summary>
    /// <exception cref="InvalidRequestException">It is.</exception>
    internal static void Within(int value, int limit, string parameter, string limitName)
    {
        if (value < 0 || value > limit)
        {
            throw new InvalidRequestException("out_of_range", parameter, $"'{parameter}' is {value}; it takes 0 to {limit} (limit {limitName}, which the operator of the service can raise).");
        }
    }
}
