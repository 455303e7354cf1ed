namespace ImageStreams.Testing.Protocol;

/// <summary>The point at which a transport closes the connection.</summary>
internal enum ConnectionAbort
{
    /// <summary>Not at all.</summary>
    Never,

    /// <summary>Before the answer.</summary>
    BeforeResponse,

    /// <summary>Halfway through the body.</summary>
    InBody,
}
