using SearchService.Analysis;
using SearchService.Core.Articles;

namespace SearchService.Evaluation.Verification;

/// <summary>Reads every article of an archive to say what it has of some texts: what the product's answers are held against.</summary>
internal sealed class NaiveScan
{
    private const int Run = 3;

    private readonly string[][] _texts;
    private readonly Dictionary<(string, string, string), List<(int Text, int Run)>> _runs = [];
    private readonly double[] _shares;
    private readonly HashSet<string>[] _verbatim;

    /// <param name="texts">Words of each, at least three.</param>
    /// <param name="archive">What is read.</param>
    public NaiveScan(string[][] texts, IEnumerable<Article> archive)
    {
        _texts = texts;
        _shares = new double[texts.Length];
        _verbatim = [.. texts.Select(static _ => new HashSet<string>(StringComparer.Ordinal))];
        for (int text = 0; text < texts.Length; text++)
        {
            for (int i = 0; i + Run <= texts[text].Length; i++)
            {
                var key = (texts[text][i], texts[text][i + 1], texts[text][i + 2]);
                if (!_runs.TryGetValue(key, out var places))
                {
                    _runs.Add(key, places = []);
                }

                places.Add((text, i));
            }
        }

        TokenReader reader = TextAnalyzer.Plain.CreateReader();
        foreach (Article article in archive)
        {
            Read(article.Id, RealQuotations.Words(article.Text, reader));
            Read(article.Id, RealQuotations.Words(article.Title, reader));
            foreach (Quote quote in article.Quotes.Where(static quote => quote.Parts.Count > 1))
            {
                Read(article.Id, RealQuotations.Words(quote.Text, reader));
            }
        }
    }

    /// <summary>Ids of the articles that have all words of a text, one after another.</summary>
    public IReadOnlySet<string> Verbatim(int text) => _verbatim[text];

    /// <summary>The part of a text's runs of three words that one article has, of the article that has most.</summary>
    public double Share(int text) => _shares[text];

    private void Read(string id, string[] words)
    {
        Dictionary<int, HashSet<int>> found = [];
        for (int i = 0; i + Run <= words.Length; i++)
        {
            if (!_runs.TryGetValue((words[i], words[i + 1], words[i + 2]), out var places))
            {
                continue;
            }

            foreach ((int text, int run) in places)
            {
                if (!found.TryGetValue(text, out HashSet<int>? runs))
                {
                    found.Add(text, runs = []);
                }

                runs.Add(run);
                if (run == 0 && words.AsSpan(i).StartsWith(_texts[text]))
                {
                    _verbatim[text].Add(id);
                }
            }
        }

        foreach ((int text, HashSet<int> runs) in found)
        {
            _shares[text] = Math.Max(_shares[text], (double)runs.Count / (_texts[text].Length - Run + 1));
        }
    }
}
