namespace ImageStreams.Manifests;

/// <summary>The fields that an object has from around itself.</summary>
[Flags]
internal enum ObjectAdditions : byte
{
    None = 0,

    /// <summary>The kind is that of the list.</summary>
    Kind = 1,

    /// <summary>The version is that of the list.</summary>
    ApiVersion = 2,

    /// <summary>The namespace is that of the options, or none in a template.</summary>
    Namespace = 4,
}
