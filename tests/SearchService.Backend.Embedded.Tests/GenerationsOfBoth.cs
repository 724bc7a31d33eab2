using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Engine.Storage;
using SearchService.TestSupport;
using SearchService.TestSupport.Storage;

namespace SearchService.Backend.Embedded.Tests;

/// <summary>Articles and their quotations are of one generation, whatever happens to the writer and when.</summary>
public sealed class GenerationsOfBoth
{
    private static readonly Article[] Old = [Quoted.Article("a", "“We leave,” said A. “We stay,” said B.", "A", "B"), Quoted.Article("b", "“Old words,” said C.", "C")];
    private static readonly Article[] New = [Quoted.Article("b", "“New words,” said C.", "C"), Quoted.Article("c", "“We are new,” said D.", "D"), Quoted.Article("d", "None.")];

    [Fact]
    public void A_crash_at_any_call_leaves_both_old_or_both_new()
    {
        int seed = Seeds.Next();
        int calls = CallsOfSecondBuild();
        Assert.InRange(calls, 40, 1_000);
        HashSet<long> seen = [];
        for (int call = 1; call <= calls; call++)
        {
            for (int variant = 0; variant < 2; variant++)
            {
                FaultyDirectory directory = WithOld(seed + variant);
                directory.DieAtCall = directory.Calls + call;
                Record.Exception(() => Build(directory, New));
                foreach (MemoryDirectory survivor in new[] { directory.Crash(), directory.AfterKill() })
                {
                    seen.Add(AssertOldOrNew(survivor));
                    EmbeddedBackend.OpenWriter(survivor, "x", intoOneSegment: false).Dispose();
                    Assert.Empty(ArchiveCheck.Run(survivor, CancellationToken.None).Findings);
                    AssertOldOrNew(survivor);
                }
            }
        }

        Assert.Equal([1, 2], seen.Order());
    }

    [Fact]
    public void A_call_that_fails_leaves_one_generation_and_the_next_build_goes_through()
    {
        int seed = Seeds.Next();
        int calls = CallsOfSecondBuild();
        for (int call = 1; call <= calls; call++)
        {
            FaultyDirectory directory = WithOld(seed);
            directory.FailAtCall = directory.Calls + call;
            Record.Exception(() => Build(directory, New)); // most calls can't fail unnoticed; deletions can
            AssertOldOrNew(directory.AfterKill());
            AssertOldOrNew(directory.Crash());
            Build(directory, New);
            Assert.Equal("C: New words,|D: We are new,", Contents(directory.AfterKill()));
            Assert.Equal("C: New words,|D: We are new,", Contents(directory.Crash()));
            Assert.Empty(ArchiveCheck.Run(directory, CancellationToken.None).Findings);
        }
    }

    [Fact]
    public void A_full_disk_leaves_the_old_ones_and_nothing_behind()
    {
        for (long room = 0; ; room += 900)
        {
            FaultyDirectory directory = WithOld(1);
            long used = directory.List().Sum(directory.Length);
            directory.CapacityInBytes = used + room;
            try
            {
                Build(directory, New);
                Assert.True(room > 1_000);
                return;
            }
            catch (IndexException e)
            {
                Assert.Contains("No space left", e.Message, StringComparison.Ordinal);
                Assert.Equal(1, AssertOldOrNew(directory.AfterKill()));
                directory.CapacityInBytes = long.MaxValue;
                EmbeddedBackend.OpenWriter(directory, "x", intoOneSegment: false).Dispose();
                Assert.Equal(used, directory.List().Sum(directory.Length));
            }
        }
    }

    [Fact]
    public void A_commit_that_fails_leaves_one_generation_and_says_so()
    {
        int calls = CallsOfSecondBuild();
        int failed = 0;
        for (int call = 1; call <= calls; call++)
        {
            FaultyDirectory directory = WithOld(1);
            using (EmbeddedArticleIndexWriter writer = EmbeddedBackend.OpenWriter(directory, "x", intoOneSegment: false))
            {
                Array.ForEach(New, article => writer.Add(article));
                directory.FailAtCall = directory.Calls + call;
                failed += Record.Exception(() => writer.Commit(Properties)) is IndexException ? 1 : 0;
                AssertOldOrNew(directory.Crash());
            }

            AssertOldOrNew(directory.AfterKill());
        }

        Assert.True(failed > 20, $"Only {failed} of {calls} calls that failed made the commit fail.");
    }

    [Fact]
    public void A_build_that_is_rolled_back_leaves_no_file()
    {
        MemoryDirectory directory = new();
        Build(directory, Old);
        IReadOnlyList<string> before = directory.List();
        using (EmbeddedArticleIndexWriter writer = EmbeddedBackend.OpenWriter(directory, "x", intoOneSegment: false))
        {
            writer.Add(New[0]);
            writer.Rollback();
        }

        Assert.Equal(before, directory.List());
    }

    [Fact]
    public void A_snapshot_keeps_both_as_they_were_and_their_files_go_with_its_last_reader()
    {
        MemoryDirectory directory = new();
        Build(directory, Old);
        using ArchiveIndex archive = ArchiveIndex.Open(directory);
        ArchiveSnapshot first = archive.Acquire(), second = archive.Acquire();
        Build(directory, New);
        Assert.True(archive.RefreshIfChanged());
        Assert.False(archive.RefreshIfChanged());
        using (ArchiveSnapshot current = archive.Acquire())
        {
            Assert.Equal((2, 2), (current.Generation, current.Quotations.DocumentCount));
        }

        first.Dispose();
        Assert.Equal((1, 3), (second.Generation, second.Quotations.DocumentCount));
        Assert.Contains(directory.List(), static name => name.StartsWith("quotations.1.s", StringComparison.Ordinal));
        second.Dispose();
        Assert.DoesNotContain(directory.List(), static name => name.StartsWith("quotations.1.", StringComparison.Ordinal));
        Assert.Throws<ObjectDisposedException>(second.Dispose);
    }

    [Fact]
    public void Who_finds_the_quotations_gone_meanwhile_moves_on_to_the_generation_that_is_there()
    {
        MemoryDirectory files = new();
        Build(files, Old);
        bool hasBuilt = false;
        WatchedDirectory directory = new(files)
        {
            Reading = name =>
            {
                if (name == "quotations.1.manifest" && !hasBuilt)
                {
                    hasBuilt = true;
                    Build(files, New);
                }
            },
        };
        using ArchiveIndex archive = ArchiveIndex.Open(directory);
        using ArchiveSnapshot snapshot = archive.Acquire();
        Assert.True(hasBuilt);
        Assert.Equal((2, 2), (snapshot.Generation, snapshot.Quotations.DocumentCount));
    }

    [Fact]
    public void Quotations_that_are_gone_for_good_are_damage_and_so_are_those_of_another_build()
    {
        MemoryDirectory directory = new();
        Build(directory, Old);
        byte[] strange = [];
        foreach (string name in directory.List().Where(static name => name.StartsWith("quotations.", StringComparison.Ordinal)).ToList())
        {
            strange = name.EndsWith("manifest", StringComparison.Ordinal) ? directory.ReadAll(name) : strange;
            directory.Delete(name);
        }

        Assert.ThrowsAny<IOException>(() => ArchiveIndex.Open(directory));
        IndexCheck check = ArchiveCheck.Run(directory, CancellationToken.None);
        Assert.False(check.IsSound);
        Assert.Contains(check.Findings, static finding => finding.Contains("quotations.1.manifest", StringComparison.Ordinal));

        MemoryDirectory other = new();
        Build(other, New);
        foreach (string name in other.List().Where(static name => name.StartsWith("quotations.", StringComparison.Ordinal)))
        {
            directory.WriteAll(name, other.ReadAll(name));
        }

        Assert.Throws<InvalidDataException>(() => ArchiveIndex.Open(directory));
        Assert.Contains(ArchiveCheck.Run(directory, CancellationToken.None).Findings, static finding => finding.Contains("stands in no article", StringComparison.Ordinal));
        Build(directory, New);
        Assert.Empty(ArchiveCheck.Run(directory, CancellationToken.None).Findings);
    }

    [Fact]
    public void A_damaged_byte_of_the_quotations_is_found()
    {
        MemoryDirectory directory = new();
        Build(directory, Old);
        string terms = directory.List().First(static name => name.StartsWith("quotations.1.", StringComparison.Ordinal) && name.EndsWith(".terms", StringComparison.Ordinal));
        byte[] bytes = directory.ReadAll(terms);
        bytes[bytes.Length / 2] ^= 1;
        directory.WriteAll(terms, bytes);
        Assert.Contains(ArchiveCheck.Run(directory, CancellationToken.None).Findings, finding => finding.Contains(terms, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_files_named_as_quotations_of_a_generation_are_ever_deleted()
    {
        MemoryDirectory directory = new();
        foreach (string name in new[] { "quotations.csv", "quotations.x.manifest", "quotations.12", "quotations.9.manifest" })
        {
            directory.WriteAll(name, [1]);
        }

        Build(directory, Old);
        Assert.Equal(["quotations.12", "quotations.csv", "quotations.x.manifest"], directory.List().Where(static name => name.StartsWith("quotations.", StringComparison.Ordinal) && !name.StartsWith("quotations.1.", StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Properties => new(StringComparer.Ordinal) { ["made"] = "by a test" };

    private static FaultyDirectory WithOld(int seed)
    {
        FaultyDirectory directory = new(seed);
        Build(directory, Old);
        return directory;
    }

    private static void Build(IIndexDirectory directory, Article[] articles)
    {
        using EmbeddedArticleIndexWriter writer = EmbeddedBackend.OpenWriter(directory, "x", intoOneSegment: false);
        Array.ForEach(articles, article => writer.Add(article));
        writer.Commit(Properties);
    }

    private static int CallsOfSecondBuild()
    {
        FaultyDirectory directory = WithOld(0);
        int before = directory.Calls;
        Build(directory, New);
        return directory.Calls - before;
    }

    private static long AssertOldOrNew(IIndexDirectory directory)
    {
        IndexCheck check = ArchiveCheck.Run(directory, CancellationToken.None);
        Assert.True(check.IsSound, string.Join('\n', check.Findings));
        Assert.Equal(check.Generation == 1 ? "A: We leave,|B: We stay,|C: Old words," : "C: New words,|D: We are new,", Contents(directory));
        return check.Generation!.Value;
    }

    private static string Contents(IIndexDirectory directory)
    {
        using EmbeddedArticleIndex index = EmbeddedBackend.OpenIndex(directory, "x");
        Assert.Equal("by a test", Assert.Single(index.Describe().Properties).Value);
        QuotationResponse all = new ArticleSearch(index).SearchQuotations(new SearchRequest(), CancellationToken.None);
        return string.Join('|', all.Hits.Select(static hit => $"{hit.Quote.Speaker}: {hit.Quote.Text}").Order(StringComparer.Ordinal));
    }
}
