namespace ImageStreams.Testing.Simulation;

/// <summary>A stream that was written.</summary>
/// <param name="Stream">The stream as it is now, or was when it was deleted.</param>
/// <param name="IsDeleted">Whether it is gone.</param>
/// <param name="IsPush">Whether a push wrote it.</param>
internal readonly record struct ObservedChange(ImageStream Stream, bool IsDeleted, bool IsPush);
