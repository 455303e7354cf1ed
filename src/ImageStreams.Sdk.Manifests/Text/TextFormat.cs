namespace ImageStreams.Manifests;

/// <summary>The formats of a text.</summary>
internal enum TextFormat
{
    Yaml,
    Json,

    /// <summary>A text that begins as JSON does, and so does YAML in flow style.</summary>
    JsonOrYaml,
}
