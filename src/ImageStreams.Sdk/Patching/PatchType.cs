namespace ImageStreams.Patching;

/// <summary>The types of patches that an API server takes, each with a media type of its own.</summary>
public enum PatchType
{
    /// <summary>A list of operations: RFC 6902, <c>application/json-patch+json</c>.</summary>
    Json,

    /// <summary>The fields to set, and null for those to remove; lists are replaced: RFC 7396,
    /// <c>application/merge-patch+json</c>.</summary>
    Merge,

    /// <summary>As a merge patch, but lists merge by the keys of the schema, and directives say more:
    /// <c>application/strategic-merge-patch+json</c>.</summary>
    StrategicMerge,

    /// <summary>Everything that a manager wants to own: server-side apply, <c>application/apply-patch+yaml</c>.</summary>
    Apply,
}
