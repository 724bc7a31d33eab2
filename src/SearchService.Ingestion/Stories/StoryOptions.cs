namespace SearchService.Ingestion.Stories;

/// <summary>What makes two articles one story, and how much may be spent on finding out.</summary>
/// <remarks>The thresholds and what they were chosen by: docs/adr/0020-stories-are-found-as-articles-are-read.md.</remarks>
public sealed record StoryOptions
{
    /// <summary>The options used unless told otherwise.</summary>
    public static StoryOptions Default { get; } = new();

    /// <summary>A text of fewer words is a story of its own: a caption or a refrain says too little to be told from another.</summary>
    public int LeastWords { get; init; } = 24;

    /// <summary>Words of a text that are looked at, from its beginning.</summary>
    public int MostWords { get; init; } = 20_000;

    /// <summary>Which part of the shorter text has to stand in the other, word after word with changes between.</summary>
    public double ShareOfShorter { get; init; } = .6;

    /// <summary>Which part of the longer text has to: an item of a digest isn't the digest.</summary>
    public double ShareOfLonger { get; init; } = .12;

    /// <summary>
    /// Words that both texts may have for themselves: of a version one of the two has little of its own, while different articles that carry
    /// the same picture captions, background or notice have each a text besides.
    /// </summary>
    public int OwnWords { get; init; } = 80;

    /// <summary>What is added to <see cref="OwnWords"/>: this part of the text that has fewer of its own.</summary>
    public double OwnShare { get; init; } = .1;

    /// <summary>Which part has to stand in the first article of the story too, when the text resembles a later one more.</summary>
    public double ShareOfFirst { get; init; } = .25;

    /// <summary>Shingles that both texts have once and in the same order, at least: no story hangs on a sentence.</summary>
    public int LeastAnchors { get; init; } = 8;

    /// <summary>
    /// How much of the names and numbers has to be the same, against how much of the other words is: texts made from one template agree
    /// in all but those.
    /// </summary>
    public double NamesAgainstWords { get; init; } = .6;

    /// <summary>Shingles of a text that are looked up, about; of a longer text than 16 times as many words one in 16, up to four times as many.</summary>
    public int Shingles { get; init; } = 120;

    /// <summary>A shingle that so many stories have tells none of them from the others, and is forgotten.</summary>
    public int StoriesOfShingle { get; init; } = 24;

    /// <summary>Stories that a text is compared with word by word: those that share most shingles with it.</summary>
    public int Comparisons { get; init; } = 4;

    /// <summary>
    /// Bytes of memory for shingles; when they are full, every other shingle is forgotten, and stories are found by half as many from then on.
    /// An article takes about a kilobyte, so the first 250,000 have all of theirs.
    /// </summary>
    public long ShingleBytes { get; init; } = 256 << 20;

    /// <summary>The folder for a temporary file of two bytes a word, gone when reading ends; null for the system's.</summary>
    public string? Folder { get; init; }
}
