namespace SearchService.Analysis.Segmentation;

/// <summary>Why a sentence ended where it did.</summary>
/// <param name="Terminator">The offset of the last full stop, question or exclamation mark, or -1 where none stands before the boundary.</param>
/// <param name="IsFullStop">Whether that terminator is a full stop (Sentence_Break = ATerm).</param>
/// <param name="AtLineEnd">Whether the boundary follows a line or paragraph separator.</param>
internal readonly record struct SentenceEnding(int Terminator, bool IsFullStop, bool AtLineEnd);
