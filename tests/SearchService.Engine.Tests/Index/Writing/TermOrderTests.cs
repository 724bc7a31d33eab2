using System.Text;
using SearchService.Engine.Index.Writing;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class TermOrderTests
{
    [Fact]
    public void Each_group_is_in_byte_order_whatever_the_first_eight_bytes_say()
    {
        Random random = Seeds.Random();
        var table = new TermTable();
        for (int i = 0; i < 5_000; i++)
        {
            // Zero bytes and long common beginnings: prefixes of eight bytes that are equal for unequal strings.
            byte[] bytes = new byte[random.Next(14)];
            for (int k = 0; k < bytes.Length; k++)
            {
                bytes[k] = (byte)(random.Next(12) == 0 ? 255 * random.Next(2) : 0);
            }

            table.GetOrAdd(random.Next(3), bytes);
        }

        int[][] order = TermOrder.ByGroup(table, groups: 2);

        Assert.Equal(2, order.Length);
        for (int group = 0; group < 2; group++)
        {
            string[] expected = [.. Enumerable.Range(0, table.Count).Where(id => table.Group(id) == group).Select(id => Convert.ToHexString(table.Bytes(id))).Order(StringComparer.Ordinal)];
            Assert.Equal(expected, order[group].Select(id => Convert.ToHexString(table.Bytes(id))));
        }
    }

    [Fact]
    public void Order_is_that_of_bytes_and_not_of_signed_ones()
    {
        var table = new TermTable();
        foreach (string text in (string[])["é", "z", "Токаев", "a", "日本"])
        {
            table.GetOrAdd(0, Encoding.UTF8.GetBytes(text));
        }

        Assert.Equal(["a", "z", "é", "Токаев", "日本"], TermOrder.ByGroup(table, 1)[0].Select(id => Encoding.UTF8.GetString(table.Bytes(id))));
    }
}
