using SearchService.Engine.Segments.Norms;

namespace SearchService.Engine.Tests.Segments.Norms;

public sealed class NormCodecTests
{
    [Fact]
    public void Lengths_up_to_39_are_exact()
    {
        for (int length = 0; length < 40; length++)
        {
            Assert.Equal(length, NormCodec.Decode(NormCodec.Encode(length)));
        }
    }

    /// <summary>Values of Lucene's <c>SmallFloat.byte4ToInt(intToByte4(i))</c>.</summary>
    [Theory]
    [InlineData(40, 40, 40)]
    [InlineData(41, 40, 40)]
    [InlineData(42, 41, 42)]
    [InlineData(55, 47, 54)]
    [InlineData(56, 48, 56)]
    [InlineData(59, 48, 56)]
    [InlineData(60, 49, 60)]
    [InlineData(1000, 87, 984)]
    [InlineData(int.MaxValue, 255, 2013265944)]
    public void Longer_ones_are_what_lucene_makes_of_them(int length, byte norm, int decoded)
    {
        Assert.Equal(norm, NormCodec.Encode(length));
        Assert.Equal(decoded, NormCodec.Decode(norm));
    }

    [Fact]
    public void Each_norm_stands_for_the_least_length_that_has_it()
    {
        for (int norm = 0; norm < 256; norm++)
        {
            int length = NormCodec.Decode((byte)norm);
            Assert.Equal(length, NormCodec.DecodedLengths[norm]);
            Assert.Equal(norm, NormCodec.Encode(length));
            Assert.True(norm == 0 || NormCodec.Encode(length - 1) == norm - 1, $"norm {norm}");
        }
    }

    [Fact]
    public void A_negative_length_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => NormCodec.Encode(-1));
}
