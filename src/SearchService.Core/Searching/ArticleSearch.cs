using System.Collections.Immutable;
using System.Diagnostics;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching;

/// <summary>Answers searches over an index: all that every backend would have to do alike, done once above the seam.</summary>
/// <param name="index">Executes the queries.</param>
/// <param name="searchLimits">What a request may ask for.</param>
/// <param name="queryLimits">What a query may hold.</param>
/// <param name="suggestLimits">What suggestions may be asked for; null for the defaults.</param>
/// <remarks>
/// Parses, leaves out (with a notice) what the backend can't execute, adds (with a notice) other spellings of names, falls back from all words to some when nothing has all,
/// and gives cursors their form. Thread-safe.
/// </remarks>
public sealed class ArticleSearch(IArticleIndex index, SearchLimits searchLimits, QueryLimits queryLimits, SuggestLimits? suggestLimits = null)
{
    private readonly SuggestLimits _suggestLimits = suggestLimits ?? new SuggestLimits();
    private readonly RequestCheck _check = new(index, searchLimits);

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
        _check.Validate(request);
        ParsedQuery parsed = Read(request, QueryFields.Text, out ImmutableArray<FacetFilter> filters, cancellationToken);
        ArticleQuery query = new()
        {
            Root = parsed.Root,
            Filters = filters,
            Sort = request.Sort,
            Collapse = request.Collapse,
            Size = request.Size,
            Skip = request.Skip,
            After = request.Cursor is null ? null : SearchCursor.Decode(request.Cursor, request),
            Facets = request.Facets,
            FacetSize = request.FacetSize,
            Interval = HistogramScale.Choose(request, index, searchLimits),
            Split = request.Split,
            SplitSize = searchLimits.MaxSplitValues,
            Passages = request.Passages,
            Quotations = request.Quotations,
        };

        ArticleMatches matches = index.Search(query, cancellationToken);
        QuerySuggestion? meant = null;
        NothingFound? nothing = null;
        if (matches.Total == 0)
        {
            (meant, nothing) = WhyNothing(request, parsed, filters, SearchIn.Articles, matches.Index, cancellationToken);
            if (Relaxed(parsed) is { } relaxed && index.Search(query with { Root = relaxed.Root }, cancellationToken) is { Total: > 0 } some)
            {
                (parsed, matches) = (relaxed, some);
            }
        }

        RequestCheck.IsOfGeneration(query.After, matches.Index);
        return new SearchResponse(
            QueryReading.Of(parsed, QueryFields.Text),
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
            Nothing = nothing,
        };
    }

    /// <summary>Answers a search for quotations: of the request's query, a word without a field means <c>said:</c>.</summary>
    /// <param name="request">What is asked for; filters other than by speaker are of the articles. Its passages and quotations are not looked at.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidRequestException">The request asks for what isn't there, or for too much.</exception>
    /// <exception cref="InvalidQueryException">The request is strict and part of its query was not understood.</exception>
    public QuotationResponse SearchQuotations(SearchRequest request, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        _check.ValidateForQuotations(request);
        ParsedQuery parsed = Read(request, QueryFields.Said, out ImmutableArray<FacetFilter> filters, cancellationToken);
        QuotationQuery query = new()
        {
            Root = parsed.Root,
            Filters = filters,
            Sort = request.Sort,
            Size = request.Size,
            Skip = request.Skip,
            After = request.Cursor is null ? null : SearchCursor.Decode(request.Cursor, request, ofQuotations: true),
            Facets = request.Facets,
            FacetSize = request.FacetSize,
            Interval = HistogramScale.Choose(request, index, searchLimits),
            Split = request.Split,
            SplitSize = searchLimits.MaxSplitValues,
        };

        QuotationMatches matches = index.SearchQuotations(query, cancellationToken);
        QuerySuggestion? meant = null;
        NothingFound? nothing = null;
        if (matches.Total == 0)
        {
            (meant, nothing) = WhyNothing(request, parsed, filters, SearchIn.Quotes, matches.Index, cancellationToken);
            if (Relaxed(parsed) is { } relaxed && index.SearchQuotations(query with { Root = relaxed.Root }, cancellationToken) is { Total: > 0 } some)
            {
                (parsed, matches) = (relaxed, some);
            }
        }

        RequestCheck.IsOfGeneration(query.After, matches.Index);
        return new QuotationResponse(
            QueryReading.Of(parsed, QueryFields.Said),
            matches.Total,
            Stopwatch.GetElapsedTime(started),
            matches.Index,
            matches.Hits,
            matches.Facets,
            matches.Histogram,
            matches.Last is { } last ? SearchCursor.Encode(request, last, ofQuotations: true) : null,
            meant)
        {
            Nothing = nothing,
        };
    }

    /// <summary>Reads an article with all that a query matches in it: what a search that finds it marks in its passages, over the whole text.</summary>
    /// <param name="id">Of the article, exactly.</param>
    /// <param name="request">The query, its syntax, and whether it is strict; nothing else of it is looked at.</param>
    /// <param name="place">Whether the query is read as for articles or as for quotations.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>
    /// Null when there is no such article. One that hasn't all words has those marked that it has, with a notice; one that isn't found even so has no marks.
    /// </returns>
    /// <exception cref="InvalidRequestException">The index knows no quotations.</exception>
    /// <exception cref="InvalidQueryException">The request is strict and part of its query was not understood.</exception>
    public ArticleReading? Read(string id, SearchRequest request, SearchIn place, CancellationToken cancellationToken)
    {
        _check.ValidatePlace(place);
        _check.ValidateSyntax(request.Syntax, place);
        ParsedQuery parsed = Parse(request, FieldOf(place), cancellationToken);
        MarkQuery query = new() { Id = id, Root = parsed.Root, In = place };
        if (index.Mark(query, cancellationToken) is not { } marked)
        {
            return null;
        }

        if (!marked.Matches
            && Relaxed(parsed, NoticeWordings.SomeWordsMarked) is { } relaxed
            && index.Mark(query with { Root = relaxed.Root }, cancellationToken) is { Matches: true } some)
        {
            (parsed, marked) = (relaxed, some);
        }

        return new ArticleReading(QueryReading.Of(parsed, FieldOf(place)), marked);
    }

    /// <summary>Other articles about the same as one.</summary>
    /// <param name="id">Of the article, exactly.</param>
    /// <param name="size">The most wanted.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Null when there is no such article.</returns>
    /// <exception cref="InvalidRequestException">It asks for too much, or the index doesn't tell which articles are similar.</exception>
    public SimilarArticles? Similar(string id, int size, CancellationToken cancellationToken)
    {
        RequestCheck.Within(size, searchLimits.MaxSimilar, "size", nameof(SearchLimits.MaxSimilar));
        return index.Capabilities.Similarity
            ? index.Similar(id, size, cancellationToken)
            : throw new InvalidRequestException("not_supported", "id", "This index doesn't tell which articles are similar.");
    }

    /// <summary>Suggests how a query that is being typed may go on, and how one that finds nothing may be meant.</summary>
    /// <param name="request">What is typed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Suggestions, all of one state of the index. No query is refused: of one that is too long, a notice says so.</returns>
    /// <exception cref="InvalidRequestException">It asks for too much.</exception>
    public SuggestResponse Suggest(SuggestRequest request, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        RequestCheck.Within(request.Size, _suggestLimits.MaxSize, "limit", $"{nameof(SuggestLimits)}.{nameof(SuggestLimits.MaxSize)}");
        int length = Math.Min(_suggestLimits.MaxLengthInCharacters, queryLimits.MaxLengthInCharacters);
        ParsedQuery parsed = QuerySupport.Restrict(
            QueryParser.Parse(request.Query, queryLimits with { MaxLengthInCharacters = length }), index.Capabilities, index.Refuse);
        if (!index.Capabilities.Suggestions)
        {
            parsed = parsed with
            {
                Root = null,
                Notices = [.. parsed.Notices, new QueryNotice(NoticeWordings.NoSuggestions, 0, request.Query.Length)],
            };
        }

        QueryReading reading = QueryReading.Of(parsed, QueryFields.Text);
        if (parsed.Root is null || request.Query.Length > length)
        {
            return new SuggestResponse(reading, Stopwatch.GetElapsedTime(started), index.State, [], false, [], [], [], null);
        }

        // Counts are those of searches for what is suggested, which widen names.
        NameWidening widening = Names;
        TypedQuery query = new(parsed = widening.Widen(parsed, cancellationToken));
        ImmutableArray<NamePattern> names = query.Names;
        SuggestMatches matches = index.Suggest(
            new SuggestQuery { Root = parsed.Root, Typed = query.LastWord, Names = names, Size = request.Size, Complete = word => widening.Widen(word, cancellationToken) }, cancellationToken);
        ArticleMatches found = index.Search(new ArticleQuery { Root = parsed.Root }, cancellationToken);
        bool namesFit = matches.Names.Any(name => !name.IsEmpty); // then what the texts don't have isn't misspelt
        QuerySuggestion? meant = namesFit || found.Index.Generation != matches.Index.Generation ? null : Spelling(SearchIn.Articles, cancellationToken).Correct(
            query, query.LastWord, [], new MatchCount(found.Total, found.Index.Generation), respellsKnownWords: found.Total == 0 && matches.Completions.IsEmpty, cancellationToken);
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
    /// <param name="place">Whether the query is read as for articles or as for quotations, and which of them are counted.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidRequestException">There is no such facet, or the request asks for too much.</exception>
    /// <exception cref="InvalidQueryException">The request is strict and part of its query was not understood.</exception>
    public FacetValues FacetValues(SearchRequest request, string field, string contains, int size, SearchIn place, CancellationToken cancellationToken)
    {
        bool ofQuotations = place == SearchIn.Quotes;
        SearchRequest validated = request with { FacetSize = size, Facets = [field] };
        if (ofQuotations)
        {
            _check.ValidateForQuotations(validated);
        }
        else
        {
            _check.Validate(validated);
        }

        ParsedQuery parsed = Read(request, FieldOf(place), out ImmutableArray<FacetFilter> filters, cancellationToken);
        FacetValuesQuery query = new()
        {
            Field = field,
            Root = parsed.Root,
            In = place,
            Filters = filters,
            Collapse = request.Collapse,
            Contains = contains,
            Size = size,
        };
        FacetValues values = index.FacetValues(query, cancellationToken);

        // The page shows counts of the relaxed query when nothing has all words; its facets must agree.
        if (Relaxed(parsed) is { } relaxed && Total() == 0)
        {
            values = index.FacetValues(query with { Root = relaxed.Root }, cancellationToken);
        }

        return values;

        long Total() => ofQuotations
            ? index.SearchQuotations(new QuotationQuery { Root = parsed.Root, Filters = filters }, cancellationToken).Total
            : index.Search(new ArticleQuery { Root = parsed.Root, Filters = filters }, cancellationToken).Total;
    }

    /// <summary>Refuses to look for quotations where there are none.</summary>
    /// <param name="place">Where to look.</param>
    /// <exception cref="InvalidRequestException">The index knows none.</exception>
    public void CheckPlace(SearchIn place) => _check.ValidatePlace(place);

    /// <summary>Refuses filters that no search takes.</summary>
    /// <param name="filters">At most one a field.</param>
    /// <exception cref="InvalidRequestException">There is no such field, or no such period, or there are too many values.</exception>
    public void CheckFilters(ImmutableArray<FacetFilter> filters) => _check.ValidateFilters(filters);

    private NameWidening Names => new(index, searchLimits, queryLimits);

    private SpellingCorrection Spelling(SearchIn place, CancellationToken cancellationToken) =>
        new(index, _suggestLimits, text => Parse(new SearchRequest { Query = text }, FieldOf(place), cancellationToken), Counting(place, cancellationToken));

    /// <summary>How a query that nothing has all of may be meant, and, to who asks, what keeps anything from being found.</summary>
    private (QuerySuggestion? Meant, NothingFound? Nothing) WhyNothing(
        SearchRequest request, ParsedQuery parsed, ImmutableArray<FacetFilter> filters, SearchIn place, IndexState state, CancellationToken cancellationToken)
    {
        MatchCount none = new(0, state.Generation);
        QuerySuggestion? meant = Spelling(place, cancellationToken).Correct(new TypedQuery(parsed), typed: null, filters, none, respellsKnownWords: true, cancellationToken);
        Explanation explanation = new(searchLimits, text => ParseAsTyped(request with { Query = text }, FieldOf(place)), Counting(place, cancellationToken));
        return (meant, request.Explain ? explanation.Of(parsed, filters, state.Generation) : null);
    }

    private CountMatches Counting(SearchIn place, CancellationToken cancellationToken) => (root, filters) =>
    {
        if (place == SearchIn.Quotes)
        {
            QuotationMatches said = index.SearchQuotations(new QuotationQuery { Root = root, Filters = filters }, cancellationToken);
            return new MatchCount(said.Total, said.Index.Generation);
        }

        ArticleMatches found = index.Search(new ArticleQuery { Root = root, Filters = filters }, cancellationToken);
        return new MatchCount(found.Total, found.Index.Generation);
    };

    private ParsedQuery Read(SearchRequest request, string field, out ImmutableArray<FacetFilter> filters, CancellationToken cancellationToken)
    {
        ParsedQuery parsed = Parse(request, field, cancellationToken);
        filters = Names.Widen(request.Filters, out ImmutableArray<QueryNotice> notices, cancellationToken);
        return notices.IsEmpty ? parsed : parsed with { Notices = [.. notices, .. parsed.Notices] };
    }

    private ParsedQuery Parse(SearchRequest request, string field, CancellationToken cancellationToken)
    {
        ParsedQuery parsed = ParseAsTyped(request, field);
        if (request.Strict)
        {
            parsed.ThrowIfErrors();
        }

        return Names.Widen(parsed, cancellationToken);
    }

    private ParsedQuery ParseAsTyped(SearchRequest request, string field) => QuerySupport.Restrict(
        request.Syntax is { } syntax ? QueryParser.TakeNative(request.Query, syntax, queryLimits) : QueryParser.Parse(request.Query, queryLimits, field),
        index.Capabilities,
        index.Refuse);

    private static string FieldOf(SearchIn place) => place == SearchIn.Quotes ? QueryFields.Said : QueryFields.Text;

    private static ParsedQuery? Relaxed(ParsedQuery parsed) => Relaxed(parsed, NoticeWordings.AllWordsRelaxed);

    private static ParsedQuery? Relaxed(ParsedQuery parsed, NoticeWording wording)
    {
        if (parsed.Root is null || QueryRelaxation.Relax(parsed.Root) is not { } root)
        {
            return null;
        }

        QueryNotice notice = new(wording, parsed.Root.Offset, parsed.Root.Length);
        return parsed with { Root = root, Notices = [.. parsed.Notices.Append(notice).OrderBy(each => each.Offset)] };
    }
}
