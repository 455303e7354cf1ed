namespace ImageStreams.Manifests;

/// <summary>The count when a node began, and the depth that its parent had below itself then.</summary>
internal readonly record struct TextRepetitionMark(long Nodes, long Characters, int Height);
