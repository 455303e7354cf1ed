namespace ImageStreams.Testing.Protocol;

/// <summary>When a transport breaks the connection.</summary>
internal enum HangUp
{
    /// <summary>Not at all.</summary>
    Never,

    /// <summary>Before the answer.</summary>
    BeforeAnswer,

    /// <summary>Half-way through the body.</summary>
    InBody,
}
