namespace SearchService.Core.Indexes;

/// <summary>Another spelling of a name, in the same script or another.</summary>
/// <param name="Text">As a query would have it: one word, case folded.</param>
/// <param name="Count">Articles of the archive that have it: above 0.</param>
public readonly record struct NameVariant(string Text, long Count);
