namespace ImageStreams.Manifests;

/// <summary>The part of a YAML text from one <c>---</c> to the next: a document, usually.</summary>
internal readonly record struct YamlSection(int Start, int End);
