using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Tests.Indexing;

public sealed class FieldLengthTests
{
    [Fact]
    public void Short_lengths_are_kept_exactly() =>
        Assert.All(Enumerable.Range(0, 40), static length => Assert.Equal(length, FieldLength.Of(FieldLength.Encode(length))));

    // As Lucene's SmallFloat.intToByte4 gives them.
    [Theory]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    [InlineData(55, 54)]
    [InlineData(56, 56)]
    [InlineData(100, 96)]
    [InlineData(1_000, 984)]
    [InlineData(123_456, 122_904)]
    [InlineData(int.MaxValue, 2_013_265_944)]
    public void Longer_ones_are_rounded_down_to_eight_steps_a_doubling(int length, int rounded) =>
        Assert.Equal(rounded, FieldLength.Of(FieldLength.Encode(length)));

    [Fact]
    public void A_longer_field_never_has_a_smaller_byte()
    {
        for (int length = 1, before = 0; length < 1 << 20; length++)
        {
            int norm = FieldLength.Encode(length);
            Assert.InRange(norm, before, before + 1);
            before = norm;
        }
    }
}
