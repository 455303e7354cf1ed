using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>The way in which a stream is written.</summary>
internal sealed record StreamWrite
{
    /// <summary>The part of the stream that is written.</summary>
    public required StreamWriteKind Kind { get; init; }

    /// <summary>Gets a value indicating whether everything is done except storing the result.</summary>
    public bool DryRun { get; init; }

    /// <summary>The manager that owns what is written; null when the owners of fields stay as they are.</summary>
    public string? Manager { get; init; }

    /// <summary>The owners of the fields where they are known already, as after an apply; null to find them.</summary>
    public ValueList<ManagedFieldsEntry>? Owners { get; init; }

    /// <summary>Creates the write of a client.</summary>
    public static StreamWrite ByClient(StreamWriteKind kind, WriteOptions? options) => new()
    {
        Kind = kind,
        DryRun = options?.DryRun ?? false,
        Manager = string.IsNullOrEmpty(options?.FieldManager) ? WriteOptions.DefaultFieldManager : options.FieldManager,
    };

    /// <summary>Creates the write of a tag, an import or a push, which owns nothing.</summary>
    public static StreamWrite ByServer(StreamWriteKind kind, bool dryRun) => new() { Kind = kind, DryRun = dryRun };
}
