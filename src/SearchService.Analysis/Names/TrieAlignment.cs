namespace SearchService.Analysis.Names;

/// <summary>Aligns a word with all words of a tree at once.</summary>
/// <param name="trie">Words between their ends.</param>
/// <param name="costs">Of pieces.</param>
/// <param name="isSameScript">Whether a letter costs nothing where it stays.</param>
/// <param name="reversed">Whether the tree is of the script, and the word Latin.</param>
internal readonly ref struct TrieAlignment(LetterTrie trie, SpellingCosts costs, bool isSameScript, bool reversed)
{
    /// <summary>Finds the words within a distance.</summary>
    /// <param name="word">Between its ends.</param>
    /// <param name="limit">The largest distance.</param>
    /// <returns>Numbers of words with their distances, each once, in no order.</returns>
    public List<(int Word, int Distance)> Find(ReadOnlySpan<char> word, int limit)
    {
        // For each place in the word, the nodes that what stands before it can lead to, with the least that costs.
        var reached = new Dictionary<int, int>[word.Length + 1];
        for (int at = 0; at < reached.Length; at++)
        {
            reached[at] = [];
        }

        reached[0][LetterTrie.Root] = 0;
        Queue<(int Node, int Cost)> open = new();
        for (int at = 0; at <= word.Length; at++)
        {
            foreach ((int node, int cost) in reached[at])
            {
                open.Enqueue((node, cost));
            }

            // Pieces that stand for nothing lead to nodes at the same place, which are then open too.
            while (open.TryDequeue(out (int Node, int Cost) here))
            {
                if (here.Cost > reached[at][here.Node])
                {
                    continue;
                }

                if (at < word.Length && (isSameScript || word[at] is SpellingCosts.First or SpellingCosts.Last))
                {
                    Reach(reached[at + 1], trie.Walk(here.Node, word.Slice(at, 1)), here.Cost);
                }

                for (int length = 0; length <= SpellingCosts.LongestPiece && at + length <= word.Length; length++)
                {
                    foreach (SpellingCosts.Piece piece in costs.Others(word.Slice(at, length), reversed))
                    {
                        int cost = here.Cost + piece.Cost;
                        if (cost > limit)
                        {
                            break; // the others cost more
                        }

                        int node = trie.Walk(here.Node, piece.Text);
                        if (Reach(reached[at + length], node, cost) && length == 0)
                        {
                            open.Enqueue((node, cost));
                        }
                    }
                }
            }
        }

        List<(int, int)> found = [];
        foreach ((int node, int cost) in reached[^1])
        {
            if (trie.WordAt(node) is >= 0 and int number)
            {
                found.Add((number, cost));
            }
        }

        return found;
    }

    private static bool Reach(Dictionary<int, int> nodes, int node, int cost)
    {
        if (node < 0 || (nodes.TryGetValue(node, out int known) && known <= cost))
        {
            return false;
        }

        nodes[node] = cost;
        return true;
    }
}
