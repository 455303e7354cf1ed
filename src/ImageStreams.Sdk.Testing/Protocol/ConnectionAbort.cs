namespace ImageStreams.Testing.Protocol;

/// <summary>When a transport breaks the connection.</summary>
internal enum ConnectionAbort
{
    /// <summary>Not at all.</summary>
    Never,

    /// <summary>Before the answer.</summary>
    BeforeResponse,

    /// <summary>Half-way through the body.</summary>
    InBody,
}
