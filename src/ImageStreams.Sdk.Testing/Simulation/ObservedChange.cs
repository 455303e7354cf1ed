using ImageStreams.Storage;

namespace ImageStreams.Testing.Simulation;

/// <summary>A write to a stream.</summary>
/// <param name="Event">The event that a watch reports for it.</param>
/// <param name="IsPush">Whether a push wrote it.</param>
internal readonly record struct ObservedChange(WatchEvent<ImageStream> Event, bool IsPush);
