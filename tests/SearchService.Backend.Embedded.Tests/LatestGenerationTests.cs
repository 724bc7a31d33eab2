using System.Collections.Concurrent;
using SearchService.Engine.Index;

namespace SearchService.Backend.Embedded.Tests;

/// <summary>Whatever happens to the folder, who searches has one generation, open until given back; and none stays open that nobody has.</summary>
public sealed class LatestGenerationTests
{
    private readonly Folder _folder = new();

    [Fact]
    public void A_refresh_moves_on_to_what_was_committed_and_closes_what_nobody_has()
    {
        using LatestGeneration<Generation> latest = _folder.Open();
        Assert.False(latest.RefreshIfChanged());
        Generation held = latest.Acquire();
        _folder.Commit = "2";
        Assert.True(latest.RefreshIfChanged());
        Assert.False(latest.RefreshIfChanged());
        using (Generation current = latest.Acquire())
        {
            Assert.Equal("2", current.Commit);
        }

        Assert.False(held.IsClosed);
        held.Dispose();
        Assert.Equal(["1"], _folder.Closed);
    }

    [Fact]
    public void Closing_an_index_leaves_to_searches_what_they_have()
    {
        LatestGeneration<Generation> latest = _folder.Open();
        Generation held = latest.Acquire();
        latest.Dispose();
        latest.Dispose();
        Assert.False(held.IsClosed);
        Assert.Throws<ObjectDisposedException>(latest.Acquire);
        Assert.Throws<ObjectDisposedException>(() => latest.RefreshIfChanged());
        held.Dispose();
        Assert.Equal(["1"], _folder.Closed);
    }

    [Fact]
    public void A_generation_that_goes_away_while_it_is_opened_gives_way_to_the_newer_one()
    {
        _folder.IsGone = static commit => commit.Length < 6;
        _folder.Opening = commit => _folder.Commit = commit.PadRight(Math.Min(6, commit.Length + 1), '+');
        using LatestGeneration<Generation> latest = _folder.Open();
        Assert.Equal("1+++++", CommitOf(latest));
        Assert.Empty(_folder.Closed);
    }

    [Fact]
    public void One_that_cannot_be_opened_is_an_error_and_the_next_look_tries_again()
    {
        using LatestGeneration<Generation> latest = _folder.Open();
        (_folder.Commit, _folder.IsGone) = ("2", static _ => true);
        Assert.Throws<FileNotFoundException>(() => latest.RefreshIfChanged());
        Assert.Equal("1", CommitOf(latest));
        _folder.IsGone = static _ => false;
        Assert.True(latest.RefreshIfChanged());
        Assert.Equal("2", CommitOf(latest));
    }

    [Fact]
    public void Generations_that_always_go_away_are_tried_so_often_and_no_oftener()
    {
        int opened = 0;
        _folder.IsGone = static _ => true;
        _folder.Opening = _ => _folder.Commit = $"next {++opened}";
        Assert.Throws<FileNotFoundException>(_folder.Open);
        Assert.InRange(opened, 2, 100);
    }

    [Fact]
    public void Where_nothing_is_committed_any_more_the_one_that_was_opened_stays()
    {
        using LatestGeneration<Generation> latest = _folder.Open();
        _folder.Commit = null;
        Assert.False(latest.RefreshIfChanged());
        Assert.Equal("1", CommitOf(latest));
    }

    [Fact]
    public async Task Whoever_acquires_while_others_refresh_has_one_that_is_open()
    {
        const int Generations = 2_000;
        LatestGeneration<Generation> latest = _folder.Open();
        bool isOver = false;
        long acquired = 0;
        Task[] searches = [.. Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (!Volatile.Read(ref isOver))
                {
                    using Generation generation = latest.Acquire();
                    Assert.False(generation.IsClosed);
                    Interlocked.Increment(ref acquired);
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        for (int commit = 2; commit <= Generations; commit++)
        {
            _folder.Commit = $"{commit}";
            Assert.True(latest.RefreshIfChanged());
        }

        SpinWait.SpinUntil(() => Interlocked.Read(ref acquired) > 0 || searches.Any(static search => search.IsFaulted));
        Volatile.Write(ref isOver, true);
        await Task.WhenAll(searches);
        latest.Dispose();
        Assert.Equal(Enumerable.Range(1, Generations).Select(static commit => $"{commit}").Order(StringComparer.Ordinal), _folder.Closed.Order(StringComparer.Ordinal));
    }

    private static string CommitOf(LatestGeneration<Generation> latest)
    {
        using Generation generation = latest.Acquire();
        return generation.Commit;
    }

    /// <summary>What a folder holds, and what was opened of it.</summary>
    private sealed class Folder
    {
        private readonly ConcurrentQueue<string> _closed = new();

        internal volatile string? Commit = "1";

        /// <summary>Called after a commit is chosen, before it is opened.</summary>
        internal Action<string> Opening { get; set; } = static _ => { };

        internal Func<string, bool> IsGone { get; set; } = static _ => false;

        internal IReadOnlyCollection<string> Closed => _closed;

        internal LatestGeneration<Generation> Open() => new(() => Commit, OpenLatest);

        private Generation OpenLatest()
        {
            string commit = Commit!;
            Opening(commit);
            return IsGone(commit) ? throw new FileNotFoundException($"'{commit}' is gone.") : new Generation(commit, _closed.Enqueue);
        }
    }

    private sealed class Generation(string commit, Action<string> closed) : IGeneration
    {
        private readonly ReferenceCount _references = new();
        private volatile bool _isClosed;

        public string Commit => commit;

        internal bool IsClosed => _isClosed;

        public bool TryTake() => _references.TryTake();

        public void Dispose()
        {
            if (_references.Release(this))
            {
                _isClosed = true;
                closed(commit);
            }
        }
    }
}
