namespace SearchService.Core.Indexes;

/// <summary>Another spelling of a name, in the same script or another.</summary>
/// <param name="Text">One word, case folded, as a query would have it; of a speaker the whole name, as the facet has it.</param>
/// <param name="Count">Articles of the archive that have it, or quotations by the speaker: above 0.</param>
public readonly record struct NameVariant(string Text, long Count);
