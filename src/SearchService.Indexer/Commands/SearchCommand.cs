using System.Collections.Immutable;
using System.CommandLine;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Indexer.Output;

namespace SearchService.Indexer.Commands;

/// <summary><c>indexer search</c>: asks the index what the endpoint would be asked.</summary>
internal sealed class SearchCommand
{
    private readonly Option<string> _index = IndexOption.Create();
    private readonly Argument<string> _query = new("query")
    {
        Description = "In the query language; all articles without it",
        HelpName = "QUERY",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = static _ => "",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Answer as the endpoint does" };
    private readonly Option<int> _size = new("--size") { Description = "Articles wanted", HelpName = "N", DefaultValueFactory = static _ => 10 };
    private readonly Option<string> _sort = new("--sort") { Description = "relevance, newest or oldest", HelpName = "ORDER", DefaultValueFactory = static _ => "relevance" };
    private readonly Option<string> _collapse = new("--collapse") { Description = "story: an article a story, and counts of stories; none", HelpName = "WHAT", DefaultValueFactory = static _ => "none" };
    private readonly Option<string?> _cursor = new("--cursor") { Description = "Continue after the page that ended with it", HelpName = "CURSOR" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Refuse a query of which any part isn't understood" };
    private readonly Option<string?> _syntax = new("--syntax") { Description = "The query is in a syntax of the backend's own, such as lucene", HelpName = "NAME" };
    private readonly Option<string?> _interval = new("--interval") { Description = "A histogram by day, week, month or year", HelpName = "WIDTH" };
    private readonly Option<string[]> _facets = new("--facets") { Description = "Facets to count, such as source,stance; or none", HelpName = "NAMES" };
    private readonly ImmutableArray<(string Field, Option<string[]> Option)> _filters =
        [.. FacetFields.Filters.Select(static field => (field, new Option<string[]>($"--{field}") { Description = $"Only this {field}; repeated: any of them; --{field}=-VALUE: none of it", HelpName = "VALUE" }))];

    public static Command Create(Terminal terminal, CancellationToken cancellationToken)
    {
        SearchCommand search = new();
        Command command = new(
            "search",
            """
            Searches an index.

            Example:
              indexer search --index index/main '"once russians are in your house"' --stance critical --json
            """);
        command.Arguments.Add(search._query);
        foreach (Option option in (IEnumerable<Option>)[
            search._index, search._json, search._size, search._sort, search._collapse, search._facets, search._interval, search._cursor, search._strict, search._syntax, .. search._filters.Select(static filter => filter.Option)])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => search.Run(parsed, terminal, cancellationToken));
        return command;
    }

    private int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        bool json = parsed.GetValue(_json);
        SearchRequest request = new()
        {
            Query = parsed.GetValue(_query) ?? "",
            Syntax = parsed.GetValue(_syntax),
            Strict = parsed.GetValue(_strict),
            Explain = !json,
            Filters = [.. _filters.Select(filter => Filter(filter.Field, parsed.GetValue(filter.Option) ?? [])).OfType<FacetFilter>()],
            Sort = Choice<SortOrder>("--sort", parsed.GetValue(_sort)!),
            Collapse = Choice<Collapse>("--collapse", parsed.GetValue(_collapse)!),
            Size = parsed.GetValue(_size),
            Cursor = parsed.GetValue(_cursor),
            Facets = Facets(parsed.GetValue(_facets) ?? [], json),
            Interval = parsed.GetValue(_interval) is { } interval ? Choice<HistogramInterval>("--interval", interval) : null,
            Passages = json ? 3 : 2,
        };
        using IArticleIndex index = Backend.Chosen(parsed).OpenIndex(parsed.GetRequiredValue(_index));
        SearchResponse response = new ArticleSearch(index).Search(request, cancellationToken);
        if (json)
        {
            terminal.Output.WriteLine(SearchJson.Of(response));
        }
        else
        {
            new SearchText(terminal).Write(response);
        }

        return ExitCodes.Done;
    }

    private static FacetFilter? Filter(string field, string[] values) => values.Length == 0 ? null : new FacetFilter(
        field,
        [.. values.Where(static value => !value.StartsWith('-'))],
        [.. values.Where(static value => value.StartsWith('-')).Select(static value => value[1..])]);

    private static ImmutableArray<string> Facets(string[] given, bool json)
    {
        string[] names = [.. given.SelectMany(static value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        return names switch
        {
            [] => json ? FacetFields.All : [FacetFields.Source, FacetFields.Country, FacetFields.Stance, FacetFields.Date],
            ["none"] => [],
            _ => [.. names],
        };
    }

    private static T Choice<T>(string option, string given)
        where T : struct, Enum =>
        !char.IsAsciiDigit(given.FirstOrDefault()) && Enum.TryParse(given, ignoreCase: true, out T value)
            ? value
            : throw new UsageException($"{option} takes {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}, not '{given}'.");
}
