using SearchService.Engine.Kernels;

namespace SearchService.Engine.Execution;

/// <summary>A query compiled for one segment: finds the matching documents a window at a time, and adds their scores.</summary>
/// <remarks>
/// <para>The order of calls is: windows ascend (some may be left out), and for each <see cref="Match"/> or <see cref="Filter"/> once, then, if
/// ranked, <see cref="RuleOut"/> perhaps and <see cref="Score"/> once, with no document that wasn't found. Not thread-safe; belongs to one search.</para>
/// <para>Deleted documents are found like others: the search takes them out.</para>
/// </remarks>
internal abstract class Matcher
{
    /// <summary>An upper bound on the documents that match in the segment; intersections are led by the smallest.</summary>
    public abstract long Cost { get; }

    /// <summary>Whether to look at a document costs much more than to look into a set: its positions are read.</summary>
    public virtual bool IsCostly => false;

    /// <summary>Adds to a sum the most that <see cref="Score"/> can add to it.</summary>
    /// <remarks>Added leaf by leaf in the order of <see cref="Score"/>, so it is rounded alike, and the bound holds to the bit.</remarks>
    /// <param name="sum">A bound on what was added before.</param>
    public abstract double AddMaxScore(double sum);

    /// <summary>A document at or before the first match at or after <paramref name="from"/>; <see cref="int.MaxValue"/> when none follows.</summary>
    /// <remarks>Lets a search pass over windows. It may be called before a window is matched, never with a smaller id than before.</remarks>
    /// <param name="from">A document id.</param>
    public virtual int Seek(int from) => from;

    /// <summary>Writes the set of the window's matching documents.</summary>
    /// <param name="window">A window after those before.</param>
    /// <param name="set">Overwritten: <see cref="Window.Words"/> words.</param>
    public abstract void Match(Window window, Span<ulong> set);

    /// <summary>Takes out of a set the documents that don't match; cheap when the set is sparse.</summary>
    /// <param name="window">A window after those before.</param>
    /// <param name="set"><see cref="Window.Words"/> words.</param>
    public virtual void Filter(Window window, Span<ulong> set)
    {
        Span<ulong> matches = stackalloc ulong[Window.Words];
        Match(window, matches);
        BitKernels.And(set, matches);
    }

    /// <summary>Takes out of a set documents that can't score more than a threshold: those it can tell without scoring.</summary>
    /// <param name="window">The window last matched or filtered.</param>
    /// <param name="threshold">A score, or a negative number when any will do.</param>
    /// <param name="set">Documents of the window that were found.</param>
    public virtual void RuleOut(Window window, double threshold, Span<ulong> set)
    {
    }

    /// <summary>Adds to the scores of those documents of a set that match.</summary>
    /// <param name="window">The window last matched or filtered.</param>
    /// <param name="set">Documents of the window; those that weren't in the set filtered then don't get a score.</param>
    /// <param name="scores">A score for each document of the window.</param>
    public abstract void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores);
}
