using System.Text;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Segments.Columns;

public sealed class ColumnTests
{
    private static readonly IndexSchema Schema = new(FieldDefinition.Keyword("keyword"), FieldDefinition.Number("number"));

    [Theory]
    [InlineData(1, false, 1)]
    [InlineData(255, false, 1)]
    [InlineData(256, false, 2)]
    [InlineData(65_535, false, 2)]
    [InlineData(65_536, false, 4)]
    [InlineData(10, true, 1)]
    [InlineData(1000, true, 2)]
    public void Keywords_come_back_by_document_and_by_value(int distinct, bool multi, int ordinalLength)
    {
        Random random = Seeds.Random();
        int count = distinct + 50;
        string[][] documents = [.. Enumerable.Range(0, count).Select(doc => doc < distinct
            ? new[] { $"value {doc}" }
            : [.. Enumerable.Range(0, random.Next(multi ? 5 : 2)).Select(_ => $"value {random.Next(distinct)}").Distinct()])];
        using SegmentReader segment = Write(count, keywords: ModelIndex.Column(documents));
        KeywordColumn column = segment.Keywords(0);
        Assert.Equal(distinct, column.ValueCount);
        Assert.Equal(ordinalLength, column.OrdinalLength);
        Assert.Equal(documents.Any(values => values.Length > 1), column.IsMultiValued);
        Assert.Equal(documents.Count(values => values.Length == 0), column.MissingCount);
        Assert.Equal(documents.Count(values => values.Length > 0), segment.DocumentsWith(0));
        Assert.Equal(documents.Sum(values => values.Length), column.PairCount);

        var ordinals = new List<int>();
        for (int doc = 0; doc < count; doc++)
        {
            column.OrdinalsOf(doc, ordinals);
            Assert.Equal(documents[doc].Order(StringComparer.Ordinal), ordinals.Select(column.Text));
            Assert.Equal(ordinals.Count == 0 ? column.MissingOrdinal : ordinals[0], column.FirstOrdinal(doc));
        }

        ILookup<string, int> byValue = documents.SelectMany((values, doc) => values.Select(value => (value, doc))).ToLookup(pair => pair.value, pair => pair.doc);
        for (int ordinal = 0; ordinal < distinct; ordinal += 1 + (distinct / 300))
        {
            Assert.Equal(byValue[column.Text(ordinal)], column.DocumentsOf(ordinal).ToArray());
            Assert.Equal(byValue[column.Text(ordinal)].Count(), column.Count(ordinal));
            Assert.True(column.TryFindOrdinal(column.Value(ordinal), out int found));
            Assert.Equal(ordinal, found);
        }

        Assert.False(column.TryFindOrdinal("value"u8, out int below));
        Assert.Equal(0, below);
        Assert.False(column.TryFindOrdinal("w"u8, out int above));
        Assert.Equal(distinct, above);
    }

    [Fact]
    public void Values_are_sorted_by_bytes_and_may_be_empty()
    {
        using SegmentReader segment = Write(4, keywords: ModelIndex.Column([["漢"], [""], ["Z"], ["a"]]));
        KeywordColumn column = segment.Keywords(0);
        Assert.Equal(["", "Z", "a", "漢"], Enumerable.Range(0, 4).Select(column.Text));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(0, 1)]
    [InlineData(18_000, 20_000)]
    [InlineData(-3, 250)]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(0, long.MaxValue)]
    [InlineData(0, (1L << 57) - 1)]
    [InlineData(0, 1L << 57)]
    public void Numbers_of_any_width_come_back_and_missing_ones_stay_missing(long least, long most)
    {
        Random random = Seeds.Random();
        foreach (int missing in new[] { 0, 3 })
        {
            const int Count = 333;
            long?[] values = [.. Enumerable.Range(0, Count).Select(doc => missing > 0 && random.Next(missing) == 0 ? (long?)null : Between(random, least, most))];
            values[0] = least;
            values[1] = most;
            var builder = new NumberColumnBuilder();
            for (int doc = 0; doc < Count; doc++)
            {
                if (values[doc] is { } value)
                {
                    builder.Add(doc, value);
                }
            }

            using SegmentReader segment = Write(Count, numbers: builder);
            NumberColumn column = segment.Numbers(1);
            Assert.Equal(least, column.Min);
            Assert.Equal(most, column.Max);
            Assert.Equal(values.Count(value => value is null), column.MissingCount);
            Assert.Equal(column.MissingCount == 0, column.Present.IsEmpty);
            Assert.Equal(Count - column.MissingCount, segment.DocumentsWith(1));
            Assert.Equal(values, Enumerable.Range(0, Count).Select(doc => column.TryGet(doc, out long value) ? value : (long?)null));

            for (int round = 0; round < 50; round++)
            {
                long from = round == 0 ? long.MinValue : Between(random, least, most);
                long to = round == 1 ? long.MaxValue : Between(random, least, most);
                int firstDoc = 64 * random.Next(7);
                bool[] asked = [.. Enumerable.Range(firstDoc, 3 * 64).Select(doc => doc < Count && random.Next(3) > 0)];
                ulong[] words = new ulong[3];
                for (int i = 0; i < asked.Length; i++)
                {
                    words[i / 64] |= asked[i] ? 1UL << i : 0;
                }

                column.KeepRange(from, to, firstDoc, words);
                for (int i = 0; i < asked.Length; i++)
                {
                    bool expected = asked[i] && values[firstDoc + i] is { } value && value >= from && value <= to;
                    Assert.Equal(expected, (words[i / 64] & (1UL << i)) != 0);
                }
            }
        }
    }

    [Fact]
    public void Fields_that_no_document_has_are_empty_columns()
    {
        using SegmentReader segment = Write(70);
        Assert.Equal(0, segment.Keywords(0).ValueCount);
        Assert.Equal(70, segment.Keywords(0).MissingCount);
        Assert.Equal(segment.Keywords(0).MissingOrdinal, segment.Keywords(0).FirstOrdinal(69));
        Assert.Equal(70, segment.Numbers(1).MissingCount);
        Assert.False(segment.Numbers(1).TryGet(69, out _));
        ulong[] words = [ulong.MaxValue, (1UL << 6) - 1];
        segment.Numbers(1).KeepRange(long.MinValue, long.MaxValue, 0, words);
        Assert.Equal([0, 0], words);
    }

    [Fact]
    public void A_column_is_asked_for_by_its_kind()
    {
        using SegmentReader segment = Write(1);
        Assert.Throws<ArgumentException>(() => segment.Numbers(0));
        Assert.Throws<ArgumentException>(() => segment.Keywords(1));
        Assert.Throws<ArgumentException>(() => segment.Norms(0).Length);
        Assert.Throws<InvalidOperationException>(() => segment.Keywords(0).Int32Ordinals.Length);
    }

    private static long Between(Random random, long least, long most) =>
        least == most ? least : most == long.MaxValue ? random.NextInt64(least, most) : random.NextInt64(least, most + 1);

    private static SegmentReader Write(int documentCount, KeywordColumnData? keywords = null, NumberColumnBuilder? numbers = null)
    {
        var directory = new MemoryDirectory();
        using var writer = new SegmentWriter(directory, Schema, "s00000001", Guid.NewGuid());
        for (int doc = 0; doc < documentCount; doc++)
        {
            writer.AddStored(Encoding.UTF8.GetBytes($"{doc}"));
        }

        if (numbers is not null)
        {
            writer.WriteNumbers(1, numbers);
        }

        if (keywords is not null)
        {
            writer.WriteKeywords(0, keywords);
        }

        return SegmentReader.Open(directory, Schema, writer.Finish(), 0, null);
    }
}
