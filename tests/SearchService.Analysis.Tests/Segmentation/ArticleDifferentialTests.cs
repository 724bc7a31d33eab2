using System.IO.Compression;
using System.Text;
using System.Text.Json;

using SearchService.Analysis.Folding;
using SearchService.Analysis.Segmentation;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Segmentation;

public sealed class ArticleDifferentialTests
{
    private const string Articles = "articles/us-news/articles-2k.jsonl.gz";
    private const int Step = 40; // one article of forty: rule by rule is slow

    [Fact]
    public void Real_articles_segment_as_the_rules_one_by_one_say()
    {
        foreach (string text in Texts())
        {
            var ends = new List<int>();
            var segmenter = new WordSegmenter(text);
            while (segmenter.MoveNext())
            {
                ends.Add(segmenter.End);
            }

            Assert.Equal(RuleByRuleWords.Boundaries<StandardWords>(text), ends);
        }
    }

    [Fact]
    public void Real_articles_have_the_tokens_that_the_slow_ways_find()
    {
        TokenReader reader = TextAnalyzer.Plain.CreateReader();
        var folder = new TokenFolder();
        var (written, folded) = (new ByteBuffer(), new ByteBuffer());
        foreach (string text in Texts())
        {
            reader.Reset(text);
            int start = 0;
            foreach (int end in RuleByRuleWords.Boundaries<SearchTailoring>(text))
            {
                string segment = text[start..end].Trim('_', '\u200E', '\u200D', '\u00AD');
                start = end;
                if (!segment.Any(char.IsLetterOrDigit) && !segment.EnumerateRunes().Any(Rune.IsLetterOrDigit) && !segment.Any(char.IsNumber))
                {
                    continue;
                }

                Assert.True(reader.Next());
                Assert.Equal(segment, text[reader.Start..reader.End]);
                folder.Fold(segment, written, folded);
                Assert.Equal(Encoding.UTF8.GetString(written.Bytes), Encoding.UTF8.GetString(reader.Term(TermForm.Written)));
                Assert.Equal(Encoding.UTF8.GetString(folded.Bytes), Encoding.UTF8.GetString(reader.Term(TermForm.Word)));
            }

            Assert.False(reader.Next());
        }
    }

    private static IEnumerable<string> Texts()
    {
        SharedData.SkipIfAbsent(Articles);
        using var lines = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf(Articles)), CompressionMode.Decompress));
        int number = 0;
        while (lines.ReadLine() is { } line)
        {
            if (number++ % Step == 0)
            {
                using var article = JsonDocument.Parse(line);
                yield return article.RootElement.GetProperty("text").GetString()!;
            }
        }
    }
}
