namespace SearchService.Analysis.Names;

/// <summary>Words of letters as a tree that shares their beginnings; made once, then only read.</summary>
internal sealed class LetterTrie
{
    /// <summary>The node that every word begins at.</summary>
    public const int Root = 0;

    private const int None = -1;

    // Of a node: the letter that leads to it, its first child (its children stand side by side, ascending), and the word that ends there.
    private readonly List<char> _letters = ['\0'];
    private readonly List<int> _children = [None];
    private readonly List<int> _words = [None];

    /// <param name="words">Ascending by UTF-16 unit, distinct, not empty; a word's number is its place among them.</param>
    public LetterTrie(IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            AddChildren(words);
        }
    }

    /// <summary>The number of the word that ends at a node, or below 0.</summary>
    public int WordAt(int node) => _words[node];

    /// <summary>The node that letters lead to.</summary>
    /// <param name="node">From here.</param>
    /// <param name="letters">Perhaps none.</param>
    /// <returns>Below 0 where no word goes on so.</returns>
    public int Walk(int node, ReadOnlySpan<char> letters)
    {
        foreach (char letter in letters)
        {
            node = Child(node, letter);
            if (node < 0)
            {
                break;
            }
        }

        return node;
    }

    private int Child(int node, char letter)
    {
        int child = _children[node];
        if (child < 0)
        {
            return None;
        }

        // The last of the children carries a sign: what follows isn't a sister.
        for (; ; child++)
        {
            char own = _letters[child];
            if ((own & ~LastSister) == letter)
            {
                return child;
            }

            if ((own & LastSister) != 0 || (own & ~LastSister) > letter)
            {
                return None;
            }
        }
    }

    // No letter of a script that names are compared in is above U+7FFF.
    private const char LastSister = '\u8000';

    // Level by level, so that sisters get numbers side by side.
    private void AddChildren(IReadOnlyList<string> words)
    {
        Queue<(int Node, int From, int To, int Depth)> open = new([(Root, 0, words.Count, 0)]);
        while (open.TryDequeue(out (int Node, int From, int To, int Depth) next))
        {
            (int node, int from, int to, int depth) = next;
            if (words[from].Length == depth)
            {
                _words[node] = from++;
            }

            if (from < to)
            {
                _children[node] = _letters.Count;
            }

            while (from < to)
            {
                char letter = words[from][depth];
                int end = from + 1;
                while (end < to && words[end][depth] == letter)
                {
                    end++;
                }

                open.Enqueue((_letters.Count, from, end, depth + 1));
                _letters.Add(end == to ? (char)(letter | LastSister) : letter);
                _children.Add(None);
                _words.Add(None);
                from = end;
            }
        }
    }
}
