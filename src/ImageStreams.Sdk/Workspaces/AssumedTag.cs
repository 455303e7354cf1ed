namespace ImageStreams.Workspaces;

/// <summary>The event of a tag, as stored or as assumed.</summary>
/// <param name="Event">The event.</param>
/// <param name="HasImage">False for a tag that only refers to a pull spec; true for any other, its digest known or not.</param>
/// <param name="RestsOn">The assumptions that the event rests on; none for a stored one.</param>
internal readonly record struct AssumedTag(TagEvent Event, bool HasImage, WorkspaceAssumptions RestsOn);
