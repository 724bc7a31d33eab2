using Lucene.Net.Index;
using Lucene.Net.Store;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Core.Indexes;

namespace SearchService.Backend.LuceneNet.Inspection;

/// <summary>Checks a generation: its files, what Lucene makes of them, and whether they are the articles that they say.</summary>
/// <remarks>In this order, each only of what the one before found whole: what a damaged file makes Lucene do has no limit.</remarks>
internal sealed class ArchiveCheck
{
    // Of one thing that is wrong with every article, enough is said by the first.
    private const int MostOfArticles = 20;

    private readonly string _path;
    private readonly CancellationToken _cancellation;
    private readonly List<string> _errors = [];
    private readonly List<string> _warnings = [];
    private long? _generation;
    private long _bytes, _terms, _postings, _positions, _documents;

    private ArchiveCheck(string path, CancellationToken cancellation) => (_path, _cancellation) = (path, cancellation);

    /// <summary>Checks the latest generation.</summary>
    /// <param name="path">The folder, which has one.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was found; damage is a finding, no exception.</returns>
    internal static IndexCheck Run(string path, CancellationToken cancellation)
    {
        ArchiveCheck check = new(path, cancellation);
        using (NIOFSDirectory directory = ArchiveDirectory.OpenForWriting(path))
        {
            check.Check(directory);
        }

        return new IndexCheck(
            check._generation, check._errors.Count == 0, [.. check._errors, .. check._warnings], check._bytes, check._terms, check._postings, check._positions, check._documents);
    }

    private void Check(NIOFSDirectory directory)
    {
        string commit = CommitFile.LatestIn(_path)!;
        Dictionary<string, CheckedFile> files = CheckedFile.All(directory, _cancellation);
        SegmentInfos segments = new();
        if (!IsWhole(commit, files) || !Try(commit, () => segments.Read(directory, commit)))
        {
            // What of the other files belongs to it can't be told.
            files.Remove(commit);
            foreach (CheckedFile file in files.Values.Where(static file => file.Problem is not null).OrderBy(static file => file.Name, StringComparer.Ordinal))
            {
                AddError(file.Name, file.Problem!);
            }

            return;
        }

        Try(commit, () => _generation = CommitNotes.Number(segments.UserData, CommitNotes.Generation));
        foreach (SegmentCommitInfo segment in segments.Segments)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (segment.GetFiles().Order(StringComparer.Ordinal).Aggregate(true, (whole, name) => IsWhole(name, files) && whole))
            {
                CheckSegment(directory, segment);
            }
        }

        HashSet<string> named = [.. segments.GetFiles(directory, includeSegmentsFile: true)];
        _warnings.AddRange(files.Keys.Where(name => !named.Contains(name)).Order(StringComparer.Ordinal)
            .Select(static name => $"warning {name}: belongs to no commit: a killed writer left it, or one is at work; the next writer deletes it"));
        if (_errors.Count == 0)
        {
            CheckArticles(commit);
        }
    }

    /// <summary>Whether a file that the commit needs is there and undamaged; counts its bytes.</summary>
    private bool IsWhole(string name, Dictionary<string, CheckedFile> files)
    {
        if (!files.TryGetValue(name, out CheckedFile? file))
        {
            AddError(name, "is missing");
            return false;
        }

        _bytes += file.Bytes;
        if (file.Problem is not null)
        {
            AddError(name, file.Problem);
        }

        return file.Problem is null;
    }

    /// <summary>Has Lucene check everything in a segment.</summary>
    private void CheckSegment(NIOFSDirectory directory, SegmentCommitInfo segment) => Try(segment.Info.Name, () =>
    {
        CheckIndex.Status status = new CheckIndex(directory).DoCheckIndex([segment.Info.Name]);
        foreach (CheckIndex.Status.SegmentInfoStatus found in status.SegmentInfos)
        {
            _terms += found.TermIndexStatus?.TermCount ?? 0;
            _postings += found.TermIndexStatus?.TotFreq ?? 0;
            _positions += found.TermIndexStatus?.TotPos ?? 0;
        }

        if (!status.Clean)
        {
            Exception? error = status.SegmentInfos
                .Select(static found => found.FieldNormStatus?.Error ?? found.TermIndexStatus?.Error ?? found.StoredFieldStatus?.Error ?? found.DocValuesStatus?.Error)
                .FirstOrDefault(static error => error is not null);
            throw new InvalidDataException($"Lucene's own check fails: {error?.Message ?? "it can't be opened"}", error);
        }
    });

    private void CheckArticles(string commit)
    {
        try
        {
            Try(commit, () =>
            {
                using ArchiveReader archive = ArchiveReader.Open(Path.GetFileName(_path), _path);
                CheckedArticles articles = new(archive, _cancellation);
                _errors.AddRange(articles.Problems().Take(MostOfArticles).Select(static found => $"error {found.Segment}: {found.Problem}"));
                _errors.AddRange(articles.MiscountedFields().Select(problem => $"error {commit}: {problem}"));
                _documents = archive.DocumentCount;
            });
        }
        catch (IndexException exception) when (exception.Code == "index_format")
        {
            _warnings.Add($"warning {commit}: {exception.Message}"); // another version's: sound, though not for this one
        }
    }

    private void AddError(string name, string problem) => _errors.Add($"error {name}: {problem.ReplaceLineEndings(" ")}");

    /// <summary>Does something that damage may make fail in whatever way.</summary>
    /// <returns>Whether it didn't.</returns>
    private bool Try(string name, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IndexException or UnauthorizedAccessException))
        {
            AddError(name, exception.Message);
            return false;
        }
    }
}
