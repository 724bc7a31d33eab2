namespace SearchService.Engine.Tests;

/// <summary>Measures what code allocates once it is warm.</summary>
internal static class Allocation
{
    /// <summary>
    /// The least that any of ten runs allocates on this thread, in bytes: the runtime now and then allocates for itself
    /// while it compiles, but not every time; code that allocates does so every time.
    /// </summary>
    public static long OfOneRun(Action action)
    {
        long least = long.MaxValue;
        for (int run = 0; run < 10; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
