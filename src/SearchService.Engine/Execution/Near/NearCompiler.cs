using System.Runtime.CompilerServices;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Execution.Near;

/// <summary>Makes of a <see cref="NearQuery"/> the matcher that finds it in a segment.</summary>
/// <remarks>
/// Its candidates are the documents that hold what has to be near: an intersection of words, phrases and sets, whatever the nesting. With
/// a set of terms inside, they are found for the whole segment beforehand, so that only their positions are gathered.
/// </remarks>
/// <param name="snapshot">The snapshot searched.</param>
/// <param name="statistics">Its statistics.</param>
/// <param name="terms">Its terms.</param>
/// <param name="options">Limits.</param>
/// <param name="scratch">Lends what the matchers work with.</param>
/// <param name="compile">Compiles any query for a segment, unranked, at a depth, which it checks.</param>
/// <param name="cancellation">Ends long expansions.</param>
internal sealed class NearCompiler(
    IndexSnapshot snapshot,
    SnapshotStatistics statistics,
    TermLookup terms,
    SearcherOptions options,
    Scratch scratch,
    Func<Query, int, int, Matcher> compile,
    CancellationToken cancellation)
{
    private const int LeastShare = 64;

    /// <summary>Compiles a query for one segment.</summary>
    /// <param name="query">The query.</param>
    /// <param name="number">The segment's place in the snapshot.</param>
    /// <param name="boost">What the score is multiplied by; null when it isn't ranked.</param>
    /// <param name="depth">How deep it is nested.</param>
    /// <param name="sets">Sets of terms near something in the whole search.</param>
    public Matcher Compile(NearQuery query, int number, double? boost, int depth, int sets)
    {
        var segment = snapshot.Segments[number];
        var candidates = Candidates(query, number, depth);
        if (candidates is NoneMatcher || query.Field is not { } field)
        {
            return NoneMatcher.Instance;
        }

        ulong[]? documents = null;
        if (CountSets(query) > 0)
        {
            documents = scratch.Words(BitSet.WordsFor(segment.DocumentCount));
            candidates = new BitSetMatcher(documents, segment.DocumentCount, Fill(documents, candidates, segment.DocumentCount));
        }

        var tree = new SegmentSpanTree(terms, segment, number, documents, options.MaxGatheredPositions / Math.Clamp(sets, 1, LeastShare), scratch, cancellation);
        if (candidates.Cost == 0 || tree.Build(query) is not { } spans)
        {
            return NoneMatcher.Instance;
        }

        var scorer = boost is null ? null : statistics.Scorer(segment, field, Bm25.Bounded(boost.Value * new SpanWeights(statistics, terms).Of(query)));
        return new NearMatcher(candidates, spans, scorer, scratch, cancellation);
    }

    /// <summary>Sets of terms that are near something in a query: they share the room for positions.</summary>
    public static int CountSets(Query query)
    {
        var count = 0;
        var open = new Stack<(Query Query, bool IsNear)>([(query, false)]);
        while (open.TryPop(out var next))
        {
            switch (next.Query)
            {
                case TermSetQuery when next.IsNear:
                    count++;
                    break;
                case BoostQuery boost:
                    open.Push((boost.Query, next.IsNear));
                    break;
                case ConstantQuery constant:
                    open.Push((constant.Query, next.IsNear));
                    break;
                case NearQuery near:
                    open.Push((near.Left, true));
                    open.Push((near.Right, true));
                    break;
                case BooleanQuery boolean:
                    foreach (var (clause, _) in boolean.Clauses)
                    {
                        open.Push((clause, next.IsNear));
                    }

                    break;
            }
        }

        return count;
    }

    private Matcher Candidates(Query query, int number, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (query)
        {
            case BoostQuery boost when depth <= options.MaxDepth:
                return Candidates(boost.Query, number, depth + 1);
            case ConstantQuery constant when depth <= options.MaxDepth:
                return Candidates(constant.Query, number, depth + 1);
            case NearQuery near when depth <= options.MaxDepth:
                var left = Candidates(near.Left, number, depth + 1);
                var right = left is NoneMatcher ? left : Candidates(near.Right, number, depth + 1);
                return right is NoneMatcher ? right : new ConjunctionMatcher([left, right], [], [], [], scratch);
            case BooleanQuery boolean when depth <= options.MaxDepth:
                Matcher[] some = [.. NearQuery.PlacedClauses(boolean).Select(c => Candidates(c, number, depth + 1)).Where(m => m is not NoneMatcher)];
                return some.Length switch
                {
                    0 => NoneMatcher.Instance,
                    1 => some[0],
                    _ => new DisjunctionMatcher(some, 1, ranked: false, null, scratch),
                };
            default:
                return compile(query, number, depth);
        }
    }

    private int Fill(ulong[] documents, Matcher candidates, int documentCount)
    {
        documents.AsSpan(0, BitSet.WordsFor(documentCount)).Clear();
        Span<ulong> found = stackalloc ulong[Window.Words];
        var count = 0;
        for (var from = 0; (from = candidates.Seek(from)) < documentCount;)
        {
            cancellation.ThrowIfCancellationRequested();
            var window = Window.Holding(from, documentCount);
            from = window.End;
            candidates.Match(window, found);
            count += BitKernels.PopCount(found);
            found[..window.WordCount].CopyTo(documents.AsSpan(window.FirstWord));
        }

        return count;
    }
}
