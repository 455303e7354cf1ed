namespace ImageStreams.Manifests;

/// <summary>Lines that others take the place of.</summary>
/// <param name="Start">The number of the first line that is removed, beginning with 0; or of the line before which others are added.</param>
/// <param name="Removed">The lines that are removed, with their line ends.</param>
/// <param name="Added">The lines that are added.</param>
internal readonly record struct DiffChange(int Start, ArraySegment<string> Removed, ArraySegment<string> Added);
