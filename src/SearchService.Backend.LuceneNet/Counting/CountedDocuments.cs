using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Searching;

namespace SearchService.Backend.LuceneNet.Counting;

/// <summary>Documents to be counted, each for itself, or stories of which one counts once wherever any of its articles does.</summary>
internal sealed class CountedDocuments
{
    private readonly int[] _documents;
    private readonly int[]? _stories; // of each; those of one story follow one another

    /// <summary>Takes a set.</summary>
    /// <param name="archive">What was searched.</param>
    /// <param name="set">The documents.</param>
    /// <param name="byStory">Whether stories are counted.</param>
    internal CountedDocuments(ArchiveReader archive, FixedBitSet set, bool byStory)
    {
        _documents = [.. set.Each()];
        if (byStory)
        {
            LabelColumn stories = archive.Label(ArticleFields.Story);
            _stories = [.. _documents.Select(document => stories.Of(document)[0])];
            Array.Sort(_stories, _documents);
        }
    }

    private CountedDocuments(int[] documents, int[]? stories) => (_documents, _stories) = (documents, stories);

    /// <summary>Those of them that are wanted.</summary>
    internal CountedDocuments Where(Func<int, bool> wanted)
    {
        bool[] kept = [.. _documents.Select(wanted)];
        return new CountedDocuments([.. _documents.Where((_, at) => kept[at])], _stories is null ? null : [.. _stories.Where((_, at) => kept[at])]);
    }

    /// <summary>Counts the values of a label, by ordinal.</summary>
    internal ValueCounts Count(LabelColumn column)
    {
        ValueCounts counts = new(column.Values.Length);
        for (int at = 0; at < _documents.Length; at++)
        {
            ReadOnlySpan<int> ordinals = column.Of(_documents[at]);
            int group = _stories is null ? at : _stories[at];
            if (ordinals.IsEmpty)
            {
                counts.AddMissing(group);
            }

            foreach (int ordinal in ordinals)
            {
                counts.Add(ordinal, group);
            }
        }

        return counts;
    }

    /// <summary>Counts dates by what they are put into.</summary>
    /// <param name="column">The dates.</param>
    /// <param name="boxOf">For each ordinal of the column the number of what it is put into; negative for nothing.</param>
    /// <param name="boxes">How many of these there are.</param>
    internal ValueCounts Count(DateColumn column, ReadOnlySpan<int> boxOf, int boxes)
    {
        ValueCounts counts = new(boxes);
        for (int at = 0; at < _documents.Length; at++)
        {
            int ordinal = column.Of(_documents[at]);
            int group = _stories is null ? at : _stories[at];
            if (ordinal == DateColumn.None || boxOf[ordinal] < 0)
            {
                counts.AddMissing(group);
            }
            else
            {
                counts.Add(boxOf[ordinal], group);
            }
        }

        return counts;
    }
}
