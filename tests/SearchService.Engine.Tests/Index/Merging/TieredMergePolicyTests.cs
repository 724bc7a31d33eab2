using System.Globalization;
using SearchService.Engine.Index.Merging;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Merging;

public sealed class TieredMergePolicyTests
{
    private static readonly TieredMergePolicy Small = new() { SegmentsPerTier = 3, FloorBytes = 10, MaxMergedBytes = 1000 };

    [Fact]
    public void As_many_segments_as_a_tier_may_hold_stay_as_they_are() => Assert.Equal("", Next(Sizes(100, 100, 100)));

    [Fact]
    public void When_there_are_more_than_the_tiers_may_hold_a_tierful_of_the_most_alike_becomes_one()
    {
        Assert.Equal("", Next(Sizes(101, 100, 100, 100))); // one of them counts as of the tier above
        Assert.Equal("1 2 3", Next(Sizes(101, 100, 100, 100, 100)));
    }

    [Fact]
    public void Small_segments_are_merged_with_one_another_and_not_with_a_large_one() =>
        Assert.Equal("1 2 3", Next(Sizes(20, 10, 11, 10, 400, 12, 13, 14, 15, 16, 17)));

    [Fact]
    public void Segments_below_the_floor_count_as_if_they_were_of_one_size() =>
        Assert.Equal("0 1 3", Next(Sizes(1, 2, 9, 3, 8)));

    [Fact]
    public void Of_segments_of_a_size_those_with_deletions_are_merged_first() => Assert.Equal(
        "0 3 4",
        Next([Size(100, 10), Size(100, 0), Size(100, 0), Size(100, 5), Size(100, 7), Size(100, 0)]));

    [Fact]
    public void No_merge_is_larger_than_the_largest_segment_may_be() =>
        Assert.Equal("0 3", Next(Sizes(490, 500, 500, 490, 490, 489)));

    [Fact]
    public void A_segment_of_more_than_half_the_largest_size_stays_until_much_of_it_is_deleted()
    {
        Assert.Equal("", Next(Sizes([.. Enumerable.Repeat(501L, 20)])));
        Assert.Equal("0 2", Next([Size(800, 45), Size(501, 0), Size(440, 0), Size(441, 0), Size(442, 0), Size(443, 0)]));
    }

    [Fact]
    public void When_too_many_documents_are_deleted_the_segment_with_most_of_them_is_written_again()
    {
        Assert.Equal("", Next([Size(100, 20), Size(100, 20)]));
        Assert.Equal("1", Next([Size(100, 20), Size(100, 21)]));
        Assert.Equal("0", Next([Size(900, 90), Size(100, 20)]));
    }

    [Fact]
    public void Whatever_comes_merging_makes_progress_ends_and_leaves_few_segments_and_few_deletions()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 200; round++)
        {
            var policy = new TieredMergePolicy
            {
                SegmentsPerTier = random.Next(2, 10),
                FloorBytes = random.Next(1, 500),
                MaxMergedBytes = random.Next(1_000, 1_000_000),
                MaxDeletedShare = random.NextDouble(),
            };
            var segments = new List<SegmentSize>();
            for (int step = 0; step < 100; step++)
            {
                segments.Add(Size((long)Math.Pow(10, random.NextDouble() * 5), 0));
                int hit = random.Next(segments.Count);
                segments[hit] = segments[hit] with { Deleted = random.Next((int)segments[hit].Documents + 1) };
                Settle(policy, segments, AssertProgress);

                long[] mergeable = [.. segments.Select(segment => segment.LiveBytes).Where(bytes => bytes <= policy.MaxMergedBytes / 2)];
                Assert.InRange(mergeable.Length, 0, policy.Budget(mergeable));
                Assert.InRange(segments.Sum(segment => segment.Deleted), 0, policy.MaxDeletedShare * segments.Sum(segment => segment.Documents));
            }

            void AssertProgress(int[] merge)
            {
                Assert.Equal(merge.Distinct().Order(), merge);
                if (merge.Length == 1)
                {
                    Assert.True(segments[merge[0]].Deleted > 0);
                }
                else
                {
                    Assert.InRange(merge.Length, 2, policy.SegmentsPerTier);
                    Assert.InRange(merge.Sum(index => segments[index].LiveBytes), 0, policy.MaxMergedBytes);
                }
            }
        }
    }

    // The table in the decision on merging is what this prints.
    [Theory]
    [InlineData(30, 700_000, 2L << 20)]
    [InlineData(30, 700_000, 16L << 20)]
    [InlineData(1_000, 700_000, 2L << 20)]
    [InlineData(1_000, 700_000, 16L << 20)]
    [InlineData(10_000, 700_000, 2L << 20)]
    [InlineData(10_000, 700_000, 16L << 20)]
    [InlineData(100, 60_000_000, 2L << 20)]
    [InlineData(1_000, 60_000_000, 2L << 20)]
    public void Many_equal_segments_are_written_again_about_once_a_tier(int flushes, long bytes, long floor)
    {
        var policy = new TieredMergePolicy { FloorBytes = floor };
        var segments = new List<SegmentSize>();
        double again = 0;
        int most = 0;
        for (int flush = 0; flush < flushes; flush++)
        {
            segments.Add(new SegmentSize(bytes, 100, 0));
            Settle(policy, segments, merge => again += merge.Sum(index => segments[index].LiveBytes));
            most = Math.Max(most, segments.Count);
        }

        double amplification = 1 + (again / ((double)bytes * flushes));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{flushes} × {bytes / 1e6:0.0} MB, floor {floor >> 20} MiB: each byte written {amplification:0.00} times; at most {most} segments, {segments.Count} at last"));
        double tiers = 1 + Math.Ceiling(Math.Log(Math.Min(flushes, (double)policy.MaxMergedBytes / bytes), policy.SegmentsPerTier));
        Assert.InRange(amplification, 1, tiers + 1); // below the floor segments of unlike sizes are merged: once more
        Assert.InRange(most, 1, (policy.SegmentsPerTier * tiers) + (flushes * (double)bytes / (policy.MaxMergedBytes / 2)));
    }

    [Fact]
    public void Forced_merges_leave_as_many_segments_as_wanted_and_take_the_smallest()
    {
        Assert.Equal(["1 2 4"], Force(3, false, Size(50, 0), Size(1, 0), Size(3, 0), Size(70, 0), Size(2, 0)));
        Assert.Equal(["0 1 2"], Force(1, false, Size(50, 0), Size(1, 0), Size(3, 0)));
        Assert.Empty(Force(3, false, Size(50, 0), Size(1, 5), Size(3, 0)));
        Assert.Empty(Force(1, true, Size(50, 0)));
        Assert.Empty(Force(1, true));
    }

    [Fact]
    public void Forced_merges_write_every_segment_with_deletions_again()
    {
        Assert.Equal(["0"], Force(1, true, Size(50, 1)));
        Assert.Equal(["1 2", "3"], Force(3, true, Size(50, 0), Size(5, 0), Size(6, 0), Size(90, 2)));
        Assert.Equal(["0", "2"], Force(3, true, Size(5, 1), Size(6, 0), Size(9, 1)));
    }

    [Fact]
    public void Forced_merges_stay_below_the_largest_segment_there_may_be()
    {
        const long GiB = 1L << 30;
        Assert.Equal(["0 1", "2 3"], Force(1, false, Sizes(2 * GiB, 2 * GiB, 2 * GiB, 2 * GiB)));
        Assert.Equal(["0 2"], Force(1, false, Sizes(1, 9 * GiB, 1)));
        Assert.Empty(Force(1, false, new SegmentSize(1, 1 << 30, 0), new SegmentSize(1, 1, 0)));
    }

    [Fact]
    public void A_policy_that_could_not_work_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>((Small with { SegmentsPerTier = 1 }).Validate);
        Assert.Throws<ArgumentOutOfRangeException>((Small with { MaxMergedBytes = (4L << 30) + 1 }).Validate);
        Assert.Throws<ArgumentOutOfRangeException>((Small with { FloorBytes = 0 }).Validate);
        Assert.Throws<ArgumentOutOfRangeException>((Small with { MaxDeletedShare = 1.1 }).Validate);
        Small.Validate();
    }

    /// <summary>Merges until the policy has had enough.</summary>
    private static void Settle(TieredMergePolicy policy, List<SegmentSize> segments, Action<int[]> look)
    {
        int most = segments.Count + segments.Count(segment => segment.Deleted > 0);
        for (int merges = 0; policy.Next(segments) is { } merge; merges++)
        {
            Assert.InRange(merges, 0, most);
            look(merge);
            SegmentSize merged = SegmentSize.Merged(merge.Select(index => segments[index]));
            foreach (int index in merge.Reverse())
            {
                segments.RemoveAt(index);
            }

            segments.Add(merged);
        }
    }

    private static string Next(SegmentSize[] segments) => string.Join(' ', Small.Next(segments) ?? []);

    private static string[] Force(int maxSegments, bool reclaim, params SegmentSize[] segments) =>
        [.. TieredMergePolicy.Force(segments, maxSegments, reclaim).Select(merge => string.Join(' ', merge))];

    private static SegmentSize[] Sizes(params long[] bytes) => [.. bytes.Select(size => Size(size, 0))];

    private static SegmentSize Size(long bytes, long deleted) => new(bytes, Math.Min(bytes, 100), deleted);
}
