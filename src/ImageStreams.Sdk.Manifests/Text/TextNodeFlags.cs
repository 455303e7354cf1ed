namespace ImageStreams.Manifests;

/// <summary>The facts about a node that its place alone does not say.</summary>
[Flags]
internal enum TextNodeFlags : byte
{
    None = 0,

    /// <summary>The value is not a part of the text as it stands: it has escapes or several lines.</summary>
    HasText = 1,

    /// <summary>The key is not a part of the text as it stands.</summary>
    HasKeyText = 2,

    /// <summary>A later entry of the same mapping has the same key and wins.</summary>
    Shadowed = 4,

    /// <summary>The entry is <c>&lt;&lt;</c>: the entries of its value belong to the mapping.</summary>
    Merge = 8,

    /// <summary>The mapping has an entry <see cref="Merge"/>.</summary>
    HasMerge = 16,

    /// <summary>The node has an anchor.</summary>
    Anchored = 32,
}
