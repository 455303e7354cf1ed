namespace ImageStreams.Clients;

/// <summary>In whose name a stream is written.</summary>
internal enum StreamWriteKind
{
    /// <summary>A user changes metadata and spec; the status stays.</summary>
    Spec,

    /// <summary>A push or a tag changes spec and status.</summary>
    Internal,

    /// <summary>Somebody changes the status only.</summary>
    Status,
}
