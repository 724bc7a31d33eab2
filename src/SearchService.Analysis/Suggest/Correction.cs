namespace SearchService.Analysis.Suggest;

/// <summary>Another spelling of a word.</summary>
/// <param name="Term">As the dictionary has it, with its diacritics or without.</param>
/// <param name="Edits">How far from the word, both without diacritics: 1 or 2.</param>
/// <param name="Count">Documents that have it, deleted ones left out: exact.</param>
public readonly record struct Correction(string Term, int Edits, long Count);
