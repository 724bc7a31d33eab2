using System.Diagnostics;

namespace SearchService.Benchmarks.Peers;

/// <summary>Asks an engine of this process: rounds over all queries, first to warm up, then timed; of each query the median.</summary>
internal sealed class PeerTiming(string name, Func<IPeerSearcher> open, int queries)
{
    /// <summary>Rounds that aren't counted.</summary>
    internal int WarmUp { get; init; }

    /// <summary>Rounds that are.</summary>
    internal int Rounds { get; init; } = 1;

    /// <summary>Of how many queries one is asked when threads are compared.</summary>
    internal int OneOf { get; init; } = 1;

    /// <summary>Microseconds, for what one query takes.</summary>
    internal Func<double> Clock { get; init; } = ThreadClock.Wall;

    internal PeerRun Run()
    {
        using IPeerSearcher searcher = open();
        int[] known = [.. Enumerable.Range(0, queries).Where(searcher.Knows)];
        double[] full = Time(known, searcher.Full), top = Time(known, searcher.Top);
        return new PeerRun(name, Answers(searcher, known), full, top)
        {
            PerSecond = (PerSecond(known, 1), PerSecond(known, 2)),
            Allocated = (Allocated(known, searcher.Full), Allocated(known, searcher.Top)),
            AnswerBytes = AnswerBytes(searcher, known),
        };
    }

    private static double Allocated(int[] known, Action<int> ask)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (int query in known)
        {
            ask(query);
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / known.Length;
    }

    private static double AnswerBytes(IPeerSearcher searcher, int[] known)
    {
        long bytes = 0;
        foreach (int query in known)
        {
            searcher.Full(query);
            long before = GC.GetAllocatedBytesForCurrentThread();
            searcher.CopyAnswer();
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (double)bytes / known.Length;
    }

    private PeerAnswer?[] Answers(IPeerSearcher searcher, int[] known)
    {
        PeerAnswer?[] answers = new PeerAnswer?[queries];
        foreach (int query in known)
        {
            searcher.Full(query);
            answers[query] = searcher.LastAnswer();
        }

        return answers;
    }

    private double[] Time(int[] known, Action<int> ask)
    {
        double[,] times = new double[queries, Rounds];
        for (int round = -WarmUp; round < Rounds; round++)
        {
            foreach (int query in known)
            {
                double started = Clock();
                ask(query);
                times[query, Math.Max(round, 0)] = Clock() - started;
            }
        }

        return [.. Enumerable.Range(0, queries).Select(query => IndexingBenchmark.Median(Enumerable.Range(0, Rounds).Select(round => times[query, round])))];
    }

    private double PerSecond(int[] known, int threads)
    {
        int[] asked = [.. known.Where((_, i) => i % OneOf == 0)];
        int next = -1, last = asked.Length * Rounds;
        void Work()
        {
            using IPeerSearcher searcher = open();
            for (int i; (i = Interlocked.Increment(ref next)) < last;)
            {
                searcher.Full(asked[i % asked.Length]);
            }
        }

        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work))];
        long started = Stopwatch.GetTimestamp();
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        return last / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
