using SearchService.Indexer.Building;

namespace SearchService.Indexer.Tests.Building;

public class ProgressLineTests
{
    [Fact]
    public void Rate_and_time_left_follow_from_the_bytes_read() => Assert.Equal(
        "25 % · 5,000 articles · 500 a second · 2.5 MB/s, 0:30 left",
        ProgressLine.Describe(5000, TimeSpan.FromSeconds(10), 25_000_000, 100_000_000));

    [Fact]
    public void Before_anything_is_read_no_time_is_made_up() =>
        Assert.Equal("0 % · 0 articles · 0 a second · 0.0 MB/s", ProgressLine.Describe(0, TimeSpan.FromSeconds(1), 0, 0));

    [Theory]
    [InlineData(7, "0:07")]
    [InlineData(760, "12:40")]
    [InlineData(3900, "1:05:00")]
    public void Times_are_written_as_people_say_them(int seconds, string text) => Assert.Equal(text, ProgressLine.Time(TimeSpan.FromSeconds(seconds)));
}
