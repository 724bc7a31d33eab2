using System.Text;

using SearchService.TestSupport;

namespace SearchService.Analysis.Tests;

public sealed class TermHeadTests
{
    [Fact]
    public void The_head_of_a_term_is_its_first_sixteen_bytes_padded_with_zeros()
    {
        Random random = Seeds.Random();
        for (int length = 0; length < 40; length++)
        {
            byte[] term = new byte[length];
            random.NextBytes(term);
            byte[] padded = [.. term, .. new byte[TermHead.LengthInBytes]];

            Assert.Equal(new TermHead(BitConverter.ToUInt64(padded), BitConverter.ToUInt64(padded, 8)), TermHead.Of(term));
        }
    }

    [Fact]
    public void A_reader_gives_the_head_of_each_written_term()
    {
        Random random = Seeds.Random();
        TokenReader reader = TextAnalyzer.Plain.CreateReader();
        for (int round = 0; round < 5_000; round++)
        {
            string text = RandomText.Next(random, maxLength: 30, asciiShare: 0.8) + new string('w', random.Next(40));
            reader.Reset(text);
            while (reader.Next())
            {
                ReadOnlySpan<byte> written = reader.Term(TermForm.Written);
                Assert.True(TermHead.Of(written) == reader.WrittenHead, $"'{Encoding.UTF8.GetString(written)}' of '{text}'");
            }
        }
    }
}
