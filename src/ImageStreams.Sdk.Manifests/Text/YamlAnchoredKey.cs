namespace ImageStreams.Manifests;

/// <summary>A key that has an anchor.</summary>
internal sealed record YamlAnchoredKey(string Text, TextNodeStyle Style, TextNodeTag Tag);
