using SearchService.Engine.Kernels;

namespace SearchService.Engine.Execution;

/// <summary>For a window: what passes all filter groups, and for each group what passes all others.</summary>
/// <param name="groupCount">Groups; at least 1.</param>
/// <param name="scratch">Lends room for 2n sets.</param>
internal sealed class SidewaysSets(int groupCount, Scratch scratch)
{
    private readonly ulong[] _passed = scratch.Words(groupCount * Window.Words);
    private readonly ulong[] _allBut = scratch.Words(groupCount * Window.Words);

    /// <summary>Narrows what the query found by all groups, and remembers what <see cref="AllBut"/> gives.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="window">The window.</param>
    /// <param name="found">What the query found.</param>
    public void Narrow(Matcher[] groups, Window window, Span<ulong> found)
    {
        // Going up: each group by itself, and what passes those before it.
        Span<ulong> before = stackalloc ulong[Window.Words];
        found.CopyTo(before);
        for (var g = 0; g < groups.Length; g++)
        {
            var passed = Of(_passed, g);
            found.CopyTo(passed);
            groups[g].Filter(window, passed);
            before.CopyTo(Of(_allBut, g));
            BitKernels.And(before, passed);
        }

        // Going down: what passes those after it as well.
        before.CopyTo(found);
        var after = before;
        after.Fill(ulong.MaxValue);
        for (var g = groups.Length - 1; g >= 0; g--)
        {
            BitKernels.And(Of(_allBut, g), after);
            BitKernels.And(after, Of(_passed, g));
        }
    }

    /// <summary>What passes all groups but one.</summary>
    public Span<ulong> AllBut(int group) => Of(_allBut, group);

    private static Span<ulong> Of(ulong[] sets, int group) => sets.AsSpan(group * Window.Words, Window.Words);
}
