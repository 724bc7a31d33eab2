using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Evaluation.Html.Training;

/// <summary>Tells which blocks of a page stand in the text that a person marked.</summary>
/// <remarks>
/// A block of four words or more stands in it where at least half of its shingles do. A shorter one must follow, within a few words, where the
/// block before ended: "More" stands in most texts somewhere.
/// </remarks>
internal static class BlockLabels
{
    private const int ShingleSize = 4;
    private const int Reach = 30;

    /// <summary>Labels the blocks.</summary>
    /// <returns>For each block whether it is wanted and how many shingles it decides about.</returns>
    public static (bool Wanted, int Shingles)[] Of(PageLayout page, string text)
    {
        List<string> marked = Shingles.Tokens(text);
        Dictionary<string, List<int>> places = [];
        for (int i = 0; i + ShingleSize <= marked.Count; i++)
        {
            string shingle = string.Join(' ', marked.GetRange(i, ShingleSize));
            if (!places.TryGetValue(shingle, out List<int>? list))
            {
                places[shingle] = list = [];
            }

            list.Add(i);
        }

        (bool Wanted, int Shingles)[] labels = new (bool, int)[page.Blocks.Length];
        int reached = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            List<string> tokens = Shingles.Tokens(page.Blocks[i].Text);
            if (tokens.Count < ShingleSize)
            {
                int at = Find(marked, tokens, reached);
                labels[i] = (at >= 0, tokens.Count);
                reached = at >= 0 ? at + tokens.Count : reached;
                continue;
            }

            int found = 0;
            int end = -1;
            for (int j = 0; j + ShingleSize <= tokens.Count; j++)
            {
                if (places.TryGetValue(string.Join(' ', tokens.GetRange(j, ShingleSize)), out List<int>? at))
                {
                    found++;
                    int next = at.Find(place => place >= reached);
                    end = (next > 0 ? next : at[^1]) + ShingleSize;
                }
            }

            bool wanted = 2 * found >= tokens.Count - ShingleSize + 1;
            labels[i] = (wanted, tokens.Count);
            reached = wanted ? end : reached;
        }

        return labels;
    }

    private static int Find(List<string> marked, List<string> tokens, int from)
    {
        if (tokens.Count == 0)
        {
            return -1;
        }

        for (int i = from; i < Math.Min(from + Reach, marked.Count - tokens.Count + 1); i++)
        {
            int same = 0;
            while (same < tokens.Count && marked[i + same] == tokens[same])
            {
                same++;
            }

            if (same == tokens.Count)
            {
                return i;
            }
        }

        return -1;
    }
}
