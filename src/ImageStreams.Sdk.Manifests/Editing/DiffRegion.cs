namespace ImageStreams.Manifests;

/// <summary>Whole lines and the patches in them.</summary>
/// <param name="Place">The lines, with their line ends.</param>
/// <param name="First">The index of the first patch.</param>
/// <param name="Next">The index after the last patch.</param>
internal readonly record struct DiffRegion(TextSpan Place, int First, int Next);
