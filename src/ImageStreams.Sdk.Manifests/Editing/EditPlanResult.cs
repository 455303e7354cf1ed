namespace ImageStreams.Manifests;

/// <summary>The patches of one document.</summary>
/// <param name="Patches">The patches.</param>
/// <param name="Touched">The nodes that are edited, or in which something is.</param>
internal readonly record struct EditPlanResult(TextPatches Patches, List<int> Touched);
