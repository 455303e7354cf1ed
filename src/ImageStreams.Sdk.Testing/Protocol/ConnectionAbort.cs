namespace ImageStreams.Testing.Protocol;

/// <summary>The point at which a transport closes the connection.</summary>
internal enum ConnectionAbort
{
    /// <summary>The connection is not closed.</summary>
    Never,

    /// <summary>The connection is closed before the response.</summary>
    BeforeResponse,

    /// <summary>The connection is closed halfway through the body.</summary>
    InBody,
}
