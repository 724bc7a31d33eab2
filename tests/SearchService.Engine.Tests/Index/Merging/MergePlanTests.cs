using SearchService.Engine.Index.Merging;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Index.Merging;

public sealed class MergePlanTests
{
    private const long GiB = 1L << 30;

    [Fact]
    public void Segments_of_common_size_become_one() =>
        Assert.Equal(["1 2 3"], Plan(Segment(1, GiB), Segment(2, GiB), Segment(3, GiB)));

    [Fact]
    public void A_run_ends_before_it_is_too_large_in_bytes() =>
        Assert.Equal(["1 2", "3 4"], Plan(Segment(1, 2 * GiB), Segment(2, 2 * GiB), Segment(3, 1), Segment(4, 1)));

    [Fact]
    public void A_run_ends_before_it_has_too_many_documents() =>
        Assert.Equal(["1", "2"], Plan(Segment(1, 1, documents: 1 << 30), Segment(2, 1, documents: 1)));

    [Fact]
    public void A_segment_too_large_for_any_run_stays_alone() =>
        Assert.Equal(["1", "2", "3"], Plan(Segment(1, 1), Segment(2, 9 * GiB), Segment(3, 1)));

    [Fact]
    public void Of_no_segments_there_are_no_runs() => Assert.Empty(Plan());

    private static IEnumerable<string> Plan(params SegmentInfo[] segments) =>
        MergePlan.Groups(segments).Select(group => string.Join(' ', group.Select(segment => segment.Name)));

    private static SegmentInfo Segment(int name, long length, int documents = 10) =>
        new($"{name}", Guid.Empty, documents, [new WrittenFileInfo($"{name}.terms", length, 0)], []);
}
