using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Execution;

/// <summary>The documents that a query finds, deleted ones left out, as a bit set for each segment.</summary>
internal sealed class DocumentSets
{
    private readonly ulong[]?[] _words;

    private DocumentSets(ulong[]?[] words) => _words = words;

    /// <summary>Finds them.</summary>
    /// <param name="snapshot">The snapshot searched.</param>
    /// <param name="query">What for.</param>
    /// <param name="scratch">Lends room; the sets are good as long as it does.</param>
    /// <param name="cancellation">Looked at once a window.</param>
    public static DocumentSets Of(IndexSnapshot snapshot, Query query, Scratch scratch, CancellationToken cancellation)
    {
        var compiler = new QueryCompiler(
            snapshot, new SnapshotStatistics(snapshot), new TermLookup(snapshot, scratch.Terms), SearcherOptions.Default, scratch, cancellation);
        var sets = new ulong[]?[snapshot.Segments.Length];
        for (var number = 0; number < sets.Length; number++)
        {
            var segment = snapshot.Segments[number];
            if (query is not AllQuery || segment.Deleted is not null)
            {
                sets[number] = Fill(compiler.Compile(query, number, ranked: false), segment, scratch, cancellation);
            }
        }

        return new DocumentSets(sets);
    }

    /// <summary>Whether every document of a segment is in its set.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    public bool IsAll(int segment) => _words[segment] is null;

    /// <summary>The set of a segment, 64 documents a word; not of one of which <see cref="IsAll"/>.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    public ReadOnlySpan<ulong> this[int segment] => _words[segment];

    private static ulong[] Fill(Matcher matcher, SegmentReader segment, Scratch scratch, CancellationToken cancellation)
    {
        var words = scratch.Words(BitSet.WordsFor(segment.DocumentCount));
        words.AsSpan().Clear();
        Span<ulong> found = stackalloc ulong[Window.Words];
        for (var from = 0; (from = matcher.Seek(from)) < segment.DocumentCount;)
        {
            cancellation.ThrowIfCancellationRequested();
            var window = Window.Holding(from, segment.DocumentCount);
            from = window.End;
            matcher.Match(window, found);
            if (segment.Deleted is { } deleted)
            {
                BitKernels.AndNot(found[..window.WordCount], deleted.Words.Slice(window.FirstWord, window.WordCount));
            }

            found[..window.WordCount].CopyTo(words.AsSpan(window.FirstWord));
        }

        return words;
    }
}
