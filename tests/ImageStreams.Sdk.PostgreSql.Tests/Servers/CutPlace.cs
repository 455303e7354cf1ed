namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>The places of a cut.</summary>
public enum CutPlace
{
    /// <summary>The server never gets the message.</summary>
    BeforeMessage,

    /// <summary>The server gets the message, and the end of the connection at the same time.</summary>
    AfterMessage,

    /// <summary>The server has answered, and the client never gets the answer.</summary>
    BeforeAnswer,
}
