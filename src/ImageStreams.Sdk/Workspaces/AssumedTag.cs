namespace ImageStreams.Workspaces;

/// <summary>The event of a tag, as stored or as assumed.</summary>
/// <param name="Event">The event.</param>
/// <param name="RestsOn">The assumptions that the event rests on; none for a stored one.</param>
internal readonly record struct AssumedTag(TagEvent Event, WorkspaceAssumptions RestsOn);
