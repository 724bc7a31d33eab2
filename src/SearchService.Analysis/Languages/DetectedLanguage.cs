namespace SearchService.Analysis.Languages;

/// <summary>The language a text seems to be in.</summary>
/// <param name="Code">ISO 639-1, lower case; null where there is nothing to tell it by.</param>
/// <param name="Confidence">
/// From 0 to 1: about the share of texts that are in the language they seem to be in, of those that look as clear as this one.
/// </param>
public readonly record struct DetectedLanguage(string? Code, double Confidence);
