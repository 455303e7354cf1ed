namespace ImageStreams.Testing.Simulation;

/// <summary>A write of a stream.</summary>
/// <param name="Stream">The new state of the stream, or its last state when it was deleted.</param>
/// <param name="IsDeleted">True when the stream was deleted.</param>
/// <param name="IsPush">True when a push wrote the stream.</param>
internal readonly record struct ObservedChange(ImageStream Stream, bool IsDeleted, bool IsPush);
