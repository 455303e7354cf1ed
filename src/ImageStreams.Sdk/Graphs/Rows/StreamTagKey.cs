namespace ImageStreams.Graphs;

/// <summary>A tag by the row of its stream and its name.</summary>
internal readonly record struct StreamTagKey(int Stream, string Tag);
