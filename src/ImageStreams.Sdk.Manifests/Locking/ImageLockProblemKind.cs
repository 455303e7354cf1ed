namespace ImageStreams.Manifests;

/// <summary>The kinds of an <see cref="ImageLockProblem"/>.</summary>
public enum ImageLockProblemKind
{
    /// <summary>The text is neither the name of a stream's tag nor a pull spec.</summary>
    InvalidName,

    /// <summary>No stream of that name is defined, and the name has no registry.</summary>
    UnknownStream,

    /// <summary>The streams do not lead to an image: a tag is missing, tags follow each other in a cycle, a build has not pushed
    /// yet.</summary>
    NoImage,

    /// <summary>The registry has no such tag, digest or repository.</summary>
    SourceGone,

    /// <summary>The registry cannot be reached, refuses access, or sends what cannot be used.</summary>
    RegistryFailed,

    /// <summary>The content is no image with platforms: an artifact, or an index without images.</summary>
    NotAnImage,
}
