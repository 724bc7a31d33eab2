using Microsoft.Extensions.Options;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Core.Searching.Examples;
using SearchService.Web.Http;

namespace SearchService.Web;

/// <summary>Holds the index that is served, opens it as soon as there is one, and follows its generations.</summary>
internal sealed class ArticleIndexHost(IBackend backend, IOptions<ServiceOptions> options, ILogger<ArticleIndexHost> logger) : BackgroundService
{
    private readonly ServiceOptions _options = options.Value;
    private readonly Lock _opening = new();
    private volatile IArticleIndex? _index;
    private volatile ArticleSearch? _search;
    private volatile ArchiveExamples? _examples;
    private string? _reported;

    /// <summary>The index.</summary>
    /// <exception cref="IndexException">There is none that can be opened; the message says why.</exception>
    internal IArticleIndex Index => _index ?? Open();

    /// <summary>Searches over <see cref="Index"/>.</summary>
    /// <exception cref="IndexException">There is none that can be opened; the message says why.</exception>
    internal ArticleSearch Search
    {
        get
        {
            _ = Index;
            return _search!;
        }
    }

    /// <summary>Example searches of a state of <see cref="Index"/>; null until they are made, which happens after it is served.</summary>
    /// <param name="index">Describes the state.</param>
    internal IReadOnlyList<ExampleSearch>? ExamplesOf(IndexDescription index) =>
        _examples is { } made && made.Generation == index.State.Generation && made.Created == index.Created ? made.Examples : null;

    public override void Dispose()
    {
        base.Dispose();
        _index?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(_options.RefreshInterval);
        try
        {
            do
            {
                Follow(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private void Follow(CancellationToken stoppingToken)
    {
        bool serving = _index is not null;
        try
        {
            IArticleIndex index = Index;
            if (serving && index.Refresh())
            {
                Log.Serving(logger, index.State.Articles, index.State.Generation, _options.Index);
            }

            index.Prepare();
            MakeExamples(index.Describe(), stoppingToken);
            _reported = null;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (Exception exception) when (exception.Message == _reported)
        {
            // Said once; the next look may find it mended.
        }
        catch (Exception exception)
        {
            // Whatever it is: what is served stays served.
            _reported = exception.Message;
            if (serving)
            {
                Log.RefreshFailed(logger, exception.Message);
            }
            else
            {
                Log.NoIndex(logger, exception.Message);
            }
        }
    }

    /// <summary>Tried once for each state: what can't be made then isn't made a second later.</summary>
    private void MakeExamples(IndexDescription index, CancellationToken stoppingToken)
    {
        if (_examples is not { } made || made.Generation != index.State.Generation || made.Created != index.Created)
        {
            _examples = new ArchiveExamples(index.State.Generation, index.Created, Examples: null);
            _examples = _examples with { Examples = new ExampleSearches(Index, Search).Find(stoppingToken) };
        }
    }

    private IArticleIndex Open()
    {
        lock (_opening)
        {
            if (_index is { } opened)
            {
                return opened;
            }

            IArticleIndex index = backend.OpenIndex(_options.Index);
            _search = new ArticleSearch(index, new SearchLimits(), QueryLimits.Default);
            _index = index;
            Log.Serving(logger, index.State.Articles, index.State.Generation, _options.Index);
            return index;
        }
    }

    private sealed record ArchiveExamples(long Generation, DateTimeOffset Created, IReadOnlyList<ExampleSearch>? Examples);
}
