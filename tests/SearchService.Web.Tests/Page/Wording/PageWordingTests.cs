using SearchService.Core.Searching;
using SearchService.TestSupport;
using SearchService.Web.Page.Languages;
using SearchService.Web.Page.State;
using SearchService.Web.Page.Wording;

namespace SearchService.Web.Tests.Page.Wording;

/// <summary>Dates, values and choices in words, as Intl words them in a browser.</summary>
public sealed class PageWordingTests
{
    private static readonly PageStrings Strings =
        PageStrings.Parse(File.ReadAllBytes(Path.Combine(SampleIndex.Repository, "src", "SearchService.Web", "wwwroot", "strings.json")));

    [Theory]
    [InlineData("date", "2022", "2022", "2022")]
    [InlineData("date", "2022-09", "September 2022", "сентябрь 2022 г.")]
    [InlineData("date", "2022-05-03", "3 May 2022", "3 мая 2022 г.")]
    [InlineData("date", "9999-12-31", "31 December 9999", "31 декабря 9999 г.")]
    [InlineData("date", "2022-13", "2022-13", "2022-13")]
    [InlineData("date", "2022-01..2022-02-03", "January 2022 – 3 February 2022", "январь 2022 г. – 3 февраля 2022 г.")]
    [InlineData("date", "2022..", "since 2022", "с 2022")]
    [InlineData("date", "..2022", "until 2022", "до 2022")]
    [InlineData("country", "EE", "Estonia", "Эстония")]
    [InlineData("country", "Atlantis", "Atlantis", "Atlantis")]
    [InlineData("language", "ar", "Arabic", "арабский")]
    [InlineData("source", "EE", "EE", "EE")]
    public void Values_are_worded(string field, string value, string english, string russian)
    {
        Assert.Equal(english, In("en").Value(field, value));
        Assert.Equal(russian, In("ru").Value(field, value));
    }

    [Fact]
    public void Choices_say_what_is_left_out()
    {
        Assert.Equal("not critical", In("en").Choice(new PageChoice("stance", "-critical")));
        Assert.Equal("no stance", In("en").Choice(new PageChoice("stance", "_missing")));
        Assert.Equal("not: no stance", In("en").Choice(new PageChoice("stance", "-_missing")));
        Assert.Equal("peace · not critical", In("en").Search(new PageState { Query = "peace", Choices = [new PageChoice("stance", "-critical")] }));
        Assert.Equal("All articles", In("en").Search(new PageState { Sort = SortOrder.Newest }));
    }

    [Theory]
    [InlineData(HistogramInterval.Year, "2022", "2022", "2022")]
    [InlineData(HistogramInterval.Month, "September 2022", "Sept 2022", "2022-09")]
    [InlineData(HistogramInterval.Week, "Week of 5 September 2022", "5 Sept", "2022-09-05..2022-09-11")]
    [InlineData(HistogramInterval.Day, "5 September 2022", "5 Sept", "2022-09-05")]
    public void Buckets_are_worded_at_length_in_short_and_as_filters(HistogramInterval interval, string label, string axis, string token)
    {
        DateOnly from = new(2022, 9, 5);
        Assert.Equal((label, axis, token), (In("en").Bucket(from, interval), In("en").ShortBucket(from, interval), PageWording.BucketToken(from, interval)));
    }

    [Fact]
    public void The_last_week_ends_with_the_calendar() => Assert.Equal("9999-12-27..9999-12-31", PageWording.BucketToken(new DateOnly(9999, 12, 27), HistogramInterval.Week));

    [Fact]
    public void Places_are_filled_with_what_is_given_and_nothing_in_that_is_a_place_again()
    {
        Assert.Equal("Original: {n} {title}", Strings.In("en")["hit.originalOf", ("title", "{n} {title}"), ("n", 3)]);
        Assert.Equal("1,234 articles", Strings.In("en")["results.articles", ("n", 1234)]);
        Assert.Equal("1\u00a0234 статьи", Strings.In("ru")["results.articles", ("n", 1234)]);
        Assert.DoesNotContain("plain.", Strings.In("ru").Json, StringComparison.Ordinal);
    }

    private static PageWording In(string language) => new(Strings.In(language));
}
