namespace ImageStreams.Manifests;

/// <summary>A mapping or sequence whose end has not been read.</summary>
internal readonly record struct TextOpenNode(int Node, TextRepetitionMark Mark);
