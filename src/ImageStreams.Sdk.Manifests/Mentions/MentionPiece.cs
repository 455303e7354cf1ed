namespace ImageStreams.Manifests;

/// <summary>A part of an image name that stands in the file as it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="Start">The offset of its first character in the file.</param>
/// <param name="Variable">The variable whose default it is; null when it stands in the name itself.</param>
internal readonly record struct MentionPiece(string Text, int Start, string? Variable = null);
