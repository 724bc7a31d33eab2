using System.Text;
using SearchService.Analysis.Segmentation;
using SearchService.Core.Articles;

namespace SearchService.Benchmarks.Scale;

/// <summary>As many articles as are wanted, made of the sentences of real ones; the same in every run.</summary>
/// <remarks>
/// Each has the metadata of one article, as many sentences as that one, and the sentences of a few others: words that belong together
/// stay together in a document, as they do in real ones, and phrases are real. Words that no article has don't appear, so the
/// dictionary stays as it is while postings grow. Only the real articles are held.
/// </remarks>
internal sealed class MixedArticles(IEnumerable<Article> real)
{
    private const int Seed = 20260214;
    private const int Parents = 3;
    private const int SentencesAParagraph = 3;

    private readonly Origin[] _origins = [.. real.Select(Origin.Of).Where(origin => origin.Count > 0)];

    /// <summary>How many real articles there are.</summary>
    internal int RealCount => _origins.Length;

    /// <summary>The made ones, without end.</summary>
    internal IEnumerable<Article> All()
    {
        Random random = new(Seed);
        StringBuilder text = new();
        for (int number = 0; ; number++)
        {
            Origin model = Any(random);
            Origin[] parents = [.. Enumerable.Range(0, Parents).Select(_ => Any(random))];
            text.Clear();
            for (int i = 0; i < model.Count; i++)
            {
                text.Append(i == 0 ? "" : i % SentencesAParagraph == 0 ? "\n\n" : " ");
                Origin parent = parents[random.Next(Parents)];
                text.Append(parent.Sentence(random.Next(parent.Count)));
            }

            yield return model.Metadata with { Id = $"mixed-{number}", Text = text.ToString() };
        }
    }

    private Origin Any(Random random) => _origins[random.Next(_origins.Length)];

    /// <summary>A real article, its text as UTF-8: half of what a string takes.</summary>
    private sealed class Origin
    {
        private readonly byte[] _text;
        private readonly int[] _ends;

        private Origin(Article metadata, byte[] text, int[] ends) => (Metadata, _text, _ends) = (metadata, text, ends);

        internal Article Metadata { get; }

        internal int Count => _ends.Length;

        internal static Origin Of(Article article)
        {
            using MemoryStream text = new(article.Text.Length);
            List<int> ends = [];
            foreach ((int start, int end) in Sentences.Enumerate(article.Text))
            {
                text.Write(Encoding.UTF8.GetBytes(article.Text[start..end]));
                ends.Add((int)text.Length);
            }

            return new Origin(article with { Text = "" }, text.ToArray(), [.. ends]);
        }

        internal string Sentence(int number)
        {
            int start = number == 0 ? 0 : _ends[number - 1];
            return Encoding.UTF8.GetString(_text, start, _ends[number] - start);
        }
    }
}
