using System.Collections.Immutable;
using System.Diagnostics;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching;

/// <summary>Answers searches over an index: all that every backend would have to do alike, done once above the seam.</summary>
/// <param name="index">Executes the queries.</param>
/// <param name="searchLimits">What a request may ask for.</param>
/// <param name="queryLimits">What a query may hold.</param>
/// <param name="suggestLimits">What suggestions may be asked for; null for the defaults.</param>
/// <remarks>
/// Parses, leaves out (with a notice) what the backend can't execute, falls back from all words to some when nothing has all,
/// and gives cursors their form. Thread-safe.
/// </remarks>
public sealed class ArticleSearch(IArticleIndex index, SearchLimits searchLimits, QueryLimits queryLimits, SuggestLimits? suggestLimits = null)
{
    private readonly SuggestLimits _suggestLimits = suggestLimits ?? new SuggestLimits();

    /// <summary>With the limits' defaults.</summary>
    /// <param name="index">Executes the queries.</param>
    public ArticleSearch(IArticleIndex index)
        : this(index, new SearchLimits(), QueryLimits.Default)
    {
    }

    /// <summary>Answers a search.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidRequestException">The request asks for what isn't there, or for too much.</exception>
    /// <exception cref="InvalidQueryException">The request is strict and part of its query was not understood.</exception>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        Validate(request);
        ParsedQuery parsed = Parse(request.Query, request.Strict);
        ArticleQuery query = new()
        {
            Root = parsed.Root,
            Filters = request.Filters,
            Sort = request.Sort,
            Collapse = request.Collapse,
            Size = request.Size,
            After = request.Cursor is null ? null : SearchCursor.Decode(request.Cursor, request),
            Facets = request.Facets,
            FacetSize = request.FacetSize,
            Interval = HistogramScale.Choose(request, index, searchLimits),
            Passages = request.Passages,
            Quotations = request.Quotations,
        };

        ArticleMatches matches = index.Search(query, cancellationToken);
        QuerySuggestion? meant = null;
        if (matches.Total == 0)
        {
            meant = Spelling.Correct(new TypedQuery(parsed), typed: null, request.Filters, matches, respellsKnownWords: true, cancellationToken);
            if (Relaxed(parsed) is { } relaxed && index.Search(query with { Root = relaxed.Root }, cancellationToken) is { Total: > 0 } some)
            {
                (parsed, matches) = (relaxed, some);
            }
        }

        if (query.After is { } after && after.Generation != matches.Index.Generation)
        {
            throw new InvalidRequestException(
                "cursor_outdated", "cursor", $"The index has changed from generation {after.Generation} to {matches.Index.Generation} since the page before. Repeat the first request without a cursor.");
        }

        return new SearchResponse(
            new QueryReading(request.Query, QueryPrinter.Print(parsed.Root), parsed.Notices),
            matches.Total,
            Stopwatch.GetElapsedTime(started),
            matches.Index,
            matches.Hits,
            matches.Facets,
            matches.Histogram,
            matches.Last is { } last ? SearchCursor.Encode(request, last) : null,
            meant)
        {
            Stories = matches.Stories,
        };
    }

    /// <summary>Suggests how a query that is being typed may go on, and how one that finds nothing may be meant.</summary>
    /// <param name="request">What is typed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Suggestions, all of one state of the index. No query is refused: of one that is too long, a notice says so.</returns>
    /// <exception cref="InvalidRequestException">It asks for too much.</exception>
    public SuggestResponse Suggest(SuggestRequest request, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        Within(request.Size, _suggestLimits.MaxSize, "limit", $"{nameof(SuggestLimits)}.{nameof(SuggestLimits.MaxSize)}");
        int length = Math.Min(_suggestLimits.MaxLengthInCharacters, queryLimits.MaxLengthInCharacters);
        ParsedQuery parsed = QuerySupport.Restrict(
            QueryParser.Parse(request.Query, queryLimits with { MaxLengthInCharacters = length }), index.Capabilities, index.Refuse);
        if (!index.Capabilities.Suggestions)
        {
            parsed = parsed with
            {
                Root = null,
                Notices = [.. parsed.Notices, new QueryNotice(QueryNoticeCodes.NotSupportedYet, "This index can't make suggestions yet.", 0, request.Query.Length, IsError: true)],
            };
        }

        QueryReading reading = new(request.Query, QueryPrinter.Print(parsed.Root), parsed.Notices);
        if (parsed.Root is null || request.Query.Length > length)
        {
            return new SuggestResponse(reading, Stopwatch.GetElapsedTime(started), index.State, [], false, [], [], [], null);
        }

        TypedQuery query = new(parsed);
        ImmutableArray<NamePattern> names = query.Names;
        SuggestMatches matches = index.Suggest(
            new SuggestQuery { Root = parsed.Root, Typed = query.LastWord, Names = names, Size = request.Size }, cancellationToken);
        ArticleMatches found = index.Search(new ArticleQuery { Root = parsed.Root }, cancellationToken);
        bool namesFit = matches.Names.Any(name => !name.IsEmpty); // then what the texts don't have isn't misspelt
        QuerySuggestion? meant = namesFit || found.Index.Generation != matches.Index.Generation ? null : Spelling.Correct(
            query, query.LastWord, [], found, respellsKnownWords: found.Total == 0 && matches.Completions.IsEmpty, cancellationToken);
        return new SuggestResponse(
            reading,
            Stopwatch.GetElapsedTime(started),
            matches.Index,
            [.. matches.Completions.Select(completion => new QuerySuggestion(query.With([(query.LastWord!, completion.Text)]), completion.Count))],
            matches.AreCompletionsPartial,
            matches.Titles,
            NamesOf(FacetFields.Author),
            NamesOf(FacetFields.Source),
            meant);

        ImmutableArray<NameSuggestion> NamesOf(string field) =>
            [.. names.Zip(matches.Names).Where(name => name.First.Field == field).SelectMany(name => name.Second)];
    }

    /// <summary>The values of one facet.</summary>
    /// <param name="request">Query and filters that the counts are under; its page, facets and histogram are not looked at.</param>
    /// <param name="field">One of <see cref="FacetFields"/>.</param>
    /// <param name="contains">Only values that hold this, without regard to case and diacritics.</param>
    /// <param name="size">Values wanted.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidRequestException">There is no such facet, or the request asks for too much.</exception>
    /// <exception cref="InvalidQueryException">The request is strict and part of its query was not understood.</exception>
    public FacetValues FacetValues(SearchRequest request, string field, string contains, int size, CancellationToken cancellationToken)
    {
        Validate(request with { FacetSize = size, Facets = [field] });
        ParsedQuery parsed = Parse(request.Query, request.Strict);
        FacetValuesQuery query = new() { Field = field, Root = parsed.Root, Filters = request.Filters, Collapse = request.Collapse, Contains = contains, Size = size };
        FacetValues values = index.FacetValues(query, cancellationToken);

        // The page shows counts of the relaxed query when nothing has all words; its facets must agree.
        if (parsed.Root is not null && Relaxed(parsed) is { } relaxed)
        {
            ArticleQuery all = new() { Root = parsed.Root, Filters = request.Filters };
            if (index.Search(all, cancellationToken).Total == 0)
            {
                values = index.FacetValues(query with { Root = relaxed.Root }, cancellationToken);
            }
        }

        return values;
    }

    private SpellingCorrection Spelling => new(index, _suggestLimits, text => Parse(text, strict: false));

    private ParsedQuery Parse(string text, bool strict)
    {
        ParsedQuery parsed = QuerySupport.Restrict(QueryParser.Parse(text, queryLimits), index.Capabilities, index.Refuse);
        if (strict)
        {
            parsed.ThrowIfErrors();
        }

        return parsed;
    }

    private static ParsedQuery? Relaxed(ParsedQuery parsed)
    {
        if (parsed.Root is null || QueryRelaxation.Relax(parsed.Root) is not { } root)
        {
            return null;
        }

        QueryNotice notice = new(
            QueryNoticeCodes.AllWordsRelaxed,
            "No article has all of these words; articles with some of them are shown.",
            parsed.Root.Offset,
            parsed.Root.Length,
            IsError: false);
        return parsed with { Root = root, Notices = [.. parsed.Notices.Append(notice).OrderBy(each => each.Offset)] };
    }

    private void Validate(SearchRequest request)
    {
        Within(request.Size, searchLimits.MaxSize, "size", nameof(SearchLimits.MaxSize));
        Within(request.FacetSize, searchLimits.MaxFacetSize, "facetSize", nameof(SearchLimits.MaxFacetSize));
        Within(request.Passages, searchLimits.MaxPassages, "passages", nameof(SearchLimits.MaxPassages));
        Within(request.Quotations, searchLimits.MaxQuotations, "quotes", nameof(SearchLimits.MaxQuotations));
        // Of all facets together: the parameter is none of them.
        Within(request.Filters.Sum(filter => filter.Included.Length + filter.Excluded.Length), searchLimits.MaxFilterValues, "filters", nameof(SearchLimits.MaxFilterValues));
        if (!index.Capabilities.Stories && (request.Collapse != Collapse.None || request.Filters.Any(static filter => filter.Field == FacetFields.Story)))
        {
            throw new InvalidRequestException("not_supported", request.Collapse != Collapse.None ? "collapse" : FacetFields.Story, "This index doesn't know which articles are one story.");
        }

        foreach (string field in request.Facets)
        {
            Known(field, FacetFields.All, "facets");
        }

        foreach (FacetFilter filter in request.Filters)
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

    private static void Known(string field, ImmutableArray<string> fields, string parameter)
    {
        if (!fields.Contains(field, StringComparer.Ordinal))
        {
            throw new InvalidRequestException("unknown_facet", parameter, $"There is no facet '{field}'. There are: {string.Join(", ", fields)}.");
        }
    }

    private static void Within(int value, int limit, string parameter, string limitName)
    {
        if (value < 0 || value > limit)
        {
            throw new InvalidRequestException("out_of_range", parameter, $"'{parameter}' is {value}; it takes 0 to {limit} (limit {limitName}, which the operator of the service can raise).");
        }
    }
}
