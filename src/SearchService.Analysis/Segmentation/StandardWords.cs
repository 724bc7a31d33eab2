using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Segmentation;

/// <summary>Segmentation exactly as the standard's default.</summary>
internal readonly struct StandardWords : IWordTailoring
{
    /// <inheritdoc/>
    public static WordClass Of(int codePoint) => CodePoints.WordClassOf(codePoint);
}
