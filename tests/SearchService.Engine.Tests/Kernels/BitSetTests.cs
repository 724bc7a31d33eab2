using SearchService.Engine.Kernels;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Kernels;

public sealed class BitSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Operations_equal_those_on_plain_sets(int length)
    {
        Random random = Seeds.Random();
        HashSet<int> a = RandomSet(random, length);
        HashSet<int> b = RandomSet(random, length);
        Check(length, a.Intersect(b), Combine(length, a, b, (x, y) => x.And(y)));
        Check(length, a.Union(b), Combine(length, a, b, (x, y) => x.Or(y)));
        Check(length, a.Except(b), Combine(length, a, b, (x, y) => x.AndNot(y)));
        Check(length, Enumerable.Range(0, length).Except(a), Combine(length, a, b, (x, _) => x.Invert()));
        Check(length, Enumerable.Range(0, length), Combine(length, a, b, (x, _) => x.Fill()));
        Check(length, [], Combine(length, a, b, (x, _) => x.Clear()));
        Check(length, b, Combine(length, a, b, (x, y) => x.CopyFrom(y)));
    }

    [Fact]
    public void A_copy_does_not_follow_its_original()
    {
        var set = new BitSet(10);
        set.Set(3);
        BitSet copy = set.Clone();
        set.Clear(3);
        Assert.True(copy[3]);
        Assert.False(set[3]);
    }

    [Fact]
    public void Ascending_bits_are_set_and_listed_from_any_first_index()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 500; round++)
        {
            int first = random.Next(3) * 64;
            int length = random.Next(1, 700);
            int[] ascending = [.. RandomSet(random, length).Order().Select(index => first + index)];
            ulong[] words = new ulong[BitSet.WordsFor(length)];
            int half = random.Next(ascending.Length + 1);
            BitKernels.SetAscending(ascending.AsSpan(0, half), first, words);
            BitKernels.SetAscending(ascending.AsSpan(half), first, words);
            int[] listed = new int[ascending.Length + random.Next(6)];
            Assert.Equal(ascending.Length, BitKernels.List(words, first, listed));
            Assert.Equal(ascending, listed[..ascending.Length]);
        }
    }

    [Fact]
    public void Sets_of_different_lengths_are_not_combined()
    {
        Assert.Throws<ArgumentException>(() => new BitSet(10).And(new BitSet(11)));
    }

    [Fact]
    public void The_first_number_not_below_is_found_with_and_without_vectors()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 500; round++)
        {
            int[] ascending = [.. Enumerable.Range(0, random.Next(400)).Select(_ => random.Next(1000)).Order()];
            int target = random.Next(-1, 1002);
            int expected = ascending.Count(value => value < target);
            Assert.Equal(expected, BlockSearch.FirstNotBelow(ascending, target));
            Assert.Equal(expected, BlockSearch.CountBelowScalar(ascending, target));
            Assert.Equal(expected, BlockSearch.CountBelowVector(ascending, target));
        }
    }

    private static HashSet<int> RandomSet(Random random, int length) => [.. Enumerable.Range(0, length).Where(_ => random.Next(3) == 0)];

    private static BitSet Combine(int length, HashSet<int> a, HashSet<int> b, Action<BitSet, BitSet> combine)
    {
        BitSet left = Make(length, a);
        combine(left, Make(length, b));
        return left;
    }

    private static BitSet Make(int length, HashSet<int> members)
    {
        var set = new BitSet(length);
        set.SetAll([.. members]);
        return set;
    }

    private static void Check(int length, IEnumerable<int> expected, BitSet actual)
    {
        int[] members = [.. expected.Order()];
        Assert.Equal(members, Enumerable.Range(0, length).Where(i => actual[i]));
        Assert.Equal(members.Length, actual.Count());
        int[] listed = new int[length];
        Assert.Equal(members.Length, BitKernels.List(actual.Words, 0, listed));
        Assert.Equal(members, listed[..members.Length]);
        var walked = new List<int>();
        for (int i = actual.NextSet(0); i >= 0; i = actual.NextSet(i + 1))
        {
            walked.Add(i);
        }

        Assert.Equal(members, walked);
    }
}
