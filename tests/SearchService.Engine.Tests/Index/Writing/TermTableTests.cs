using System.Text;
using SearchService.Engine.Index.Writing;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class TermTableTests
{
    [Fact]
    public void A_string_keeps_the_number_it_got_when_it_arrived()
    {
        var table = new TermTable();

        Assert.Equal(0, table.GetOrAdd(0, "peace"u8));
        Assert.Equal(1, table.GetOrAdd(0, "talks"u8));
        Assert.Equal(0, table.GetOrAdd(0, "peace"u8));
        Assert.Equal("talks"u8, table.Bytes(1));
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public void Equal_bytes_in_two_groups_are_two_strings()
    {
        var table = new TermTable();

        int title = table.GetOrAdd(0, "peace"u8);
        int text = table.GetOrAdd(765, "peace"u8);

        Assert.NotEqual(title, text);
        Assert.Equal(0, table.Group(title));
        Assert.Equal(765, table.Group(text));
        Assert.Equal(table.Bytes(title), table.Bytes(text));
    }

    [Fact]
    public void The_empty_string_and_zero_bytes_are_strings_like_others()
    {
        var table = new TermTable();

        int[] ids = [table.GetOrAdd(1, []), table.GetOrAdd(1, [0]), table.GetOrAdd(1, [0, 0]), table.GetOrAdd(1, new byte[8]), table.GetOrAdd(1, new byte[9])];

        Assert.Equal([0, 1, 2, 3, 4], ids);
        Assert.Equal(0, table.GetOrAdd(1, []));
        Assert.Equal(4, table.GetOrAdd(1, new byte[9]));
    }

    [Fact]
    public void The_longest_string_fits_and_a_longer_one_is_refused_without_a_trace()
    {
        var table = new TermTable();
        byte[] longest = new byte[TermTable.MaxLengthInBytes];

        Assert.Equal(0, table.GetOrAdd(0, longest));
        Assert.Equal(longest, table.Bytes(0).ToArray());
        Assert.Throws<ArgumentException>(() => table.GetOrAdd(0, new byte[TermTable.MaxLengthInBytes + 1]));
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void Any_strings_are_numbered_as_a_dictionary_would()
    {
        Random random = Seeds.Random();
        var table = new TermTable();
        for (int round = 0; round < 2; round++)
        {
            table.Clear();
            var expected = new Dictionary<(int Group, string Hex), int>();
            for (int i = 0; i < 40_000; i++)
            {
                // Few symbols and short strings, so that many come back; now and then a long one crosses a block's end.
                int group = random.Next(4);
                byte[] bytes = new byte[random.Next(200) == 0 ? random.Next(20_000) : random.Next(20)];
                for (int k = 0; k < bytes.Length; k++)
                {
                    bytes[k] = (byte)random.Next(3);
                }

                (int, string) key = (group, Convert.ToHexString(bytes));
                int id = table.GetOrAdd(group, bytes);

                Assert.Equal(expected.TryGetValue(key, out int known) ? known : expected.Count, id);
                expected[key] = id;
            }

            Assert.Equal(expected.Count, table.Count);
            foreach (((int group, string hex), int id) in expected)
            {
                Assert.Equal(group, table.Group(id));
                Assert.Equal(hex, Convert.ToHexString(table.Bytes(id)));
            }
        }
    }

    [Fact]
    public void A_cleared_table_holds_its_memory_but_no_string()
    {
        var table = new TermTable();
        for (int i = 0; i < 100_000; i++)
        {
            table.GetOrAdd(0, Encoding.UTF8.GetBytes($"term {i}"));
        }

        table.Clear();

        Assert.Equal(0, table.Count);
        Assert.Equal(0, table.GetOrAdd(0, "term 99"u8));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Bytes(1).Length);
    }
}
