using SearchService.Engine.Segments;

namespace SearchService.Engine.Index.Writing;

/// <summary>A segment that a builder has written.</summary>
/// <param name="Info">The segment, durable but in no manifest.</param>
/// <param name="Numbers">When its documents were added.</param>
internal sealed record FlushedSegment(SegmentInfo Info, DocumentNumbers Numbers);
