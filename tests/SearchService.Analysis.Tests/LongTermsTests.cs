using System.Text;

namespace SearchService.Analysis.Tests;

public sealed class LongTermsTests
{
    [Fact]
    public void A_term_of_255_bytes_stays_and_one_of_256_is_shortened()
    {
        byte[] room = new byte[LongTerms.MaxLength];
        byte[] longest = Encoding.UTF8.GetBytes(new string('x', 255));
        Assert.True(LongTerms.Shorten(longest, room).SequenceEqual(longest));
        ReadOnlySpan<byte> shortened = LongTerms.Shorten(Encoding.UTF8.GetBytes(new string('x', 256)), room);
        Assert.Equal(255, shortened.Length);
        Assert.True(shortened[..239].SequenceEqual(longest.AsSpan(0, 239)));
    }

    [Fact]
    public void Terms_that_differ_past_what_is_kept_stay_different()
    {
        Assert.NotEqual(First(new string('x', 400) + "a"), First(new string('x', 400) + "b"));
        Assert.Equal(First(new string('x', 400) + "a"), First(new string('X', 400) + "A"));
    }

    [Fact]
    public void A_long_term_is_cut_between_characters()
    {
        for (int lead = 0; lead < 4; lead++)
        {
            string term = First(new string('a', lead) + string.Concat(Enumerable.Repeat("яд𐐨", 100)));
            Assert.DoesNotContain('\uFFFD', term);
            Assert.InRange(Encoding.UTF8.GetByteCount(term), 250, 255);
        }
    }

    [Fact]
    public void All_forms_of_a_token_are_shortened_and_readable_side_by_side()
    {
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset(string.Concat(Enumerable.Repeat("é", 300)));
        Assert.True(reader.Next());
        ReadOnlySpan<byte> written = reader.Term(TermForm.Written);
        ReadOnlySpan<byte> folded = reader.Term(TermForm.Folded);
        ReadOnlySpan<byte> word = reader.Term(TermForm.Word);
        Assert.StartsWith("éééé", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.StartsWith("eeee", Encoding.UTF8.GetString(folded), StringComparison.Ordinal);
        Assert.True(word.SequenceEqual(folded));
    }

    [Fact]
    public void A_monstrous_token_is_read_in_one_piece()
    {
        TokenReader reader = TextAnalyzer.English.CreateReader();
        string text = new('a', 3_000_000);
        reader.Reset(text + " next");
        Assert.True(reader.Next());
        Assert.Equal(text.Length, reader.End);
        Assert.Equal(255, reader.Term(TermForm.Word).Length);
        Assert.True(reader.Next());
        Assert.True(reader.Term(TermForm.Word).SequenceEqual("next"u8));
    }

    private static string First(string text)
    {
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset(text);
        Assert.True(reader.Next());
        return Encoding.UTF8.GetString(reader.Term(TermForm.Written));
    }
}
