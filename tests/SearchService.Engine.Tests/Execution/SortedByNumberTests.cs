using SearchService.Analysis;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

/// <summary>Hits in the order of a number, over segments of many blocks and windows: as if all were sorted.</summary>
public sealed class SortedByNumberTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pages_by_a_number_are_those_of_sorting_everything(bool descending)
    {
        var random = Seeds.Random();
        Row[][] segments =
        [
            [.. Enumerable.Range(0, 13_000).Select(number => Row.Random(random, number / 10))], // as archives are: by date
            [.. new long?[] { long.MaxValue, null, long.MinValue, 0, null }.Select(day => new Row(day, ["all", "some"]))],
            [.. Enumerable.Range(0, 9_000).Select(_ => Row.Random(random, random.Next(3) == 0 ? 7 : random.Next(-2_000, 2_000)))], // many the same
            [.. Enumerable.Range(0, 5_000).Select(number => Row.Random(random, 5_000 - number))],
        ];
        using var index = new WrittenIndex(segments.Select(segment => segment.Select(row => row.ToDocument())));
        Row[] rows = [.. segments.SelectMany(segment => segment)];

        foreach (var word in (string[])["all", "most", "some", "few"])
        {
            var inOrder = rows.Index().Where(row => row.Item.Words.Contains(word)).Select(row => new Hit(row.Index, 0, row.Item.Day)).OrderBy(hit => hit.Value is null);
            Hit[] expected = [.. (descending ? inOrder.ThenByDescending(hit => hit.Value) : inOrder.ThenBy(hit => hit.Value)).ThenBy(hit => hit.Document)];
            var search = new EngineSearch
            {
                Query = new TermQuery(WrittenIndex.Text, TermForm.Written, word),
                Sort = SortOrder.ByNumber(WrittenIndex.Day, descending),
            };

            for (var at = 0; at < expected.Length; at += random.Next(1, expected.Length))
            {
                var size = random.Next(1, 40);
                var page = index.Searcher.Search(search with { Size = size, After = at == 0 ? null : SearchAfter.Of(expected[at - 1]) });
                Assert.Equal(expected.Length, page.Total);
                Assert.Equal(expected.Skip(at).Take(size), page.Hits);
            }

            Assert.Equal(expected, index.Searcher.Search(search with { Size = rows.Length }).Hits);
            Assert.Empty(index.Searcher.Search(search with { After = SearchAfter.Of(expected[^1]) }).Hits);
        }
    }

    private sealed record Row(long? Day, string[] Words)
    {
        public static Row Random(Random random, long day) => new(
            random.Next(8) == 0 ? null : day,
            ["all", .. random.Next(5) > 0 ? ["most"] : Array.Empty<string>(), .. random.Next(9) == 0 ? ["some"] : Array.Empty<string>(), .. random.Next(900) == 0 ? ["few"] : Array.Empty<string>()]);

        public Document ToDocument()
        {
            var document = new Document();
            document.AddText(WrittenIndex.Text, string.Join(' ', Words));
            if (Day is { } day)
            {
                document.AddNumber(WrittenIndex.Day, day);
            }

            return document;
        }
    }
}
