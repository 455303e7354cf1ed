namespace ImageStreams.Clients;

/// <summary>The kinds of writes of a stream.</summary>
internal enum StreamWriteKind
{
    /// <summary>A user changes metadata and spec; the status stays.</summary>
    Spec,

    /// <summary>A push or a tag changes spec and status.</summary>
    Internal,

    /// <summary>A user changes the status only.</summary>
    Status,

    /// <summary>A push changes the status only.</summary>
    Push,
}
