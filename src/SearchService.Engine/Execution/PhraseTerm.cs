using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Execution;

/// <summary>A term at its place in a phrase.</summary>
/// <param name="Offset">The place, from 0.</param>
/// <param name="Entry">The term in the segment.</param>
/// <param name="Cursor">Its positions by document, or null when they are a dense list.</param>
internal readonly record struct PhraseTerm(int Offset, TermEntry Entry, PositionsCursor? Cursor);
