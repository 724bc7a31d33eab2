using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

/// <summary>Matches over time.</summary>
public sealed class TimelineTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private ILocator Timeline => Page.GetByRole(AriaRole.Slider, new() { Name = "Timeline" });

    private ILocator Readout => Page.Locator(".timeline-readout");

    [Fact]
    public async Task A_click_chooses_a_period_and_a_drag_a_range()
    {
        await OpenAsync("?q=peace");
        await Timeline.ClickAsync(new() { Position = await PlaceAsync(2) });
        await AddressBecomesAsync("?q=peace&date=2022-03");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Whole period" }).ClickAsync();
        await AddressBecomesAsync("?q=peace");
        await DragAsync(1, 0);

        await AddressBecomesAsync("?q=peace&date=2022-01..2022-02");
    }

    [Fact]
    public async Task Keys_look_at_periods_extend_choose_and_take_back()
    {
        await OpenAsync("?q=peace");
        await Timeline.FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        await Expect(Timeline).ToHaveAttributeAsync("aria-valuetext", "January 2022: 12 of 300 articles · critical 7 · supportive 4 · other or none 1");
        await Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(Readout).ToHaveTextAsync("January 2022 – March 2022: 42 of 540 articles · critical 17 · supportive 24 · other or none 1");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Readout).ToContainTextAsync("January 2022: 12");
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Page.Keyboard.PressAsync("Enter");

        await AddressBecomesAsync("?q=peace&date=2022-02..2022-03");
        await Expect(Timeline).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Silence_and_missing_data_are_told_apart()
    {
        await OpenAsync("?q=peace");
        await Timeline.FocusAsync();
        await Page.Keyboard.PressAsync("End");
        await Expect(Readout).ToHaveTextAsync("April 2022: the archive has nothing");
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(Readout).ToHaveTextAsync("February 2022: 0 of 40 articles");

        string[] drawn = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.timeline-chart path')]
              .map(path => `${path.getAttribute('fill') ?? path.getAttribute('class')} ${(path.getAttribute('d').match(/M/g) ?? []).length}`)
            """);
        Assert.Equal(["url(#texture-nothing) 1", "timeline-covered 3", "url(#texture-0) 2", "url(#texture-1) 2", "url(#texture-rest) 1"], drawn);
    }

    [Fact]
    public async Task The_legend_names_each_stance_by_shape_and_texture()
    {
        await OpenAsync("?q=peace");

        ILocator legend = Page.GetByRole(AriaRole.List, new() { Name = "What the timeline shows" }).GetByRole(AriaRole.Listitem);
        await Expect(legend).ToHaveTextAsync(["critical", "supportive", "other or none", "the archive, at its own scale", "the archive has nothing"]);
        await Expect(legend.Locator(".stance-shape")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_same_numbers_are_in_a_table_that_everybody_can_open()
    {
        await OpenAsync("?q=peace");
        await Page.GetByText("The same in numbers").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "Period Matching critical supportive other or none In the archive" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "January 2022 12 7 4 1 300" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "April 2022 – – – – –" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Among_quotations_it_counts_quotations()
    {
        await OpenAsync("?q=peace&in=quotes");
        await Timeline.FocusAsync();

        await Expect(Readout).ToHaveTextAsync("2022: 12 of 300 quotations");
    }

    [Theory]
    [InlineData(1, 320)]
    [InlineData(3, 500)]
    [InlineData(11, 390)]
    [InlineData(50, 500)]
    [InlineData(137, 768)]
    [InlineData(1000, 390)]
    public async Task No_label_is_cut_or_in_the_way_of_another(int buckets, int width)
    {
        DateOnly first = new(1990, 3, 1);
        object[] drawn = [.. Enumerable.Range(0, buckets).Select(index => CannedAnswers.Bucket($"{first.AddMonths(index):yyyy-MM-dd}", index % 7, 10, index % 3, 0))];
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 42, [], histogram: CannedAnswers.Histogram("month", drawn)));
        await Page.SetViewportSizeAsync(width, 800);
        await OpenAsync("?q=peace");
        await Expect(Page.Locator(".timeline-tick").First).ToBeVisibleAsync();

        string? bad = await Page.EvaluateAsync<string?>("""
            () => {
              const axis = document.querySelector('.timeline-ticks').getBoundingClientRect();
              let end = axis.left;
              for (const tick of document.querySelectorAll('.timeline-tick')) {
                const { left, right } = tick.getBoundingClientRect();
                if (left < end - 0.5 || right > axis.right + 0.5) return `${tick.textContent} ${left}–${right} in ${end}–${axis.right}`;
                end = right;
              }
              return null;
            }
            """);
        Assert.Null(bad);
        Assert.True(await Page.Locator(".timeline-chart *").CountAsync() < 12);
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task A_year_9999_is_shown_and_chosen()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(
            asked.Query, 42, [], histogram: CannedAnswers.Histogram("week", CannedAnswers.Bucket("9999-12-27", 1, 1, 1, 0))));
        await OpenAsync("?q=peace");
        await Timeline.FocusAsync();
        await Expect(Readout).ToContainTextAsync("Week of 27 December 9999: 1 of 1 article");
        await Page.Keyboard.PressAsync("Enter");

        await AddressBecomesAsync("?q=peace&date=9999-12-27..9999-12-31");
    }

    [Fact]
    public async Task Looking_at_a_period_moves_nothing()
    {
        await OpenAsync("?q=peace");
        await Expect(Titles).ToHaveCountAsync(2);
        float before = (await Titles.First.BoundingBoxAsync())!.Y;
        foreach (string key in new[] { "Home", "ArrowRight", "Shift+ArrowRight" })
        {
            await Timeline.PressAsync(key);
            Assert.Equal(before, (await Titles.First.BoundingBoxAsync())!.Y);
        }
    }

    private async Task DragAsync(int from, int to)
    {
        LocatorBoundingBoxResult box = (await Timeline.BoundingBoxAsync())!;
        Position start = await PlaceAsync(from);
        Position end = await PlaceAsync(to);
        await Page.Mouse.MoveAsync(box.X + start.X, box.Y + start.Y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box.X + end.X, box.Y + end.Y);
        await Page.Mouse.UpAsync();
    }

    // The middle of a bucket: there is room for twelve at least.
    private async Task<Position> PlaceAsync(int bucket)
    {
        LocatorBoundingBoxResult box = (await Timeline.BoundingBoxAsync())!;
        return new() { X = (bucket + 0.5f) * box.Width / 12, Y = box.Height / 2 };
    }
}
