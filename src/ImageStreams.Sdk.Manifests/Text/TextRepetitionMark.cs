namespace ImageStreams.Manifests;

/// <summary>What had been counted when a node began, and the depth that its parent had below itself then.</summary>
internal readonly record struct TextRepetitionMark(long Nodes, long Characters, int Height);
